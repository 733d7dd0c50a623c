package silkline.forecast;

import java.util.stream.IntStream;

/** Forecasts as arrays, for comparison. */
final class Forecasts {
    private Forecasts() {}

    static double[] means(Forecast forecast) {
        return IntStream.rangeClosed(1, forecast.horizon())
                .mapToDouble(forecast::mean)
                .toArray();
    }

    static double[] lowers(Forecast forecast) {
        return IntStream.rangeClosed(1, forecast.horizon())
                .mapToDouble(step -> forecast.lower(0, step))
                .toArray();
    }

    static double[] uppers(Forecast forecast) {
        return IntStream.rangeClosed(1, forecast.horizon())
                .mapToDouble(step -> forecast.upper(0, step))
                .toArray();
    }
}

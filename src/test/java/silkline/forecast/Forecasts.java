package silkline.forecast;

import java.util.stream.IntStream;

/** Forecasts as arrays, for comparison. */
public final class Forecasts {
    private Forecasts() {}

    public static double[] means(Forecast forecast) {
        return IntStream.rangeClosed(1, forecast.horizon())
                .mapToDouble(forecast::mean)
                .toArray();
    }

    public static double[] lowers(Forecast forecast) {
        return IntStream.rangeClosed(1, forecast.horizon())
                .mapToDouble(step -> forecast.lower(0, step))
                .toArray();
    }

    public static double[] uppers(Forecast forecast) {
        return IntStream.rangeClosed(1, forecast.horizon())
                .mapToDouble(step -> forecast.upper(0, step))
                .toArray();
    }
}

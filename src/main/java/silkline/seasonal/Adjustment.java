package silkline.seasonal;

import java.util.Arrays;
import java.util.List;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.core.diagnostics.GenericSaTests;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.modelling.ComponentInformation;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramoseats.TramoSeatsSpec;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsKernel;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsResults;
import jdplus.x13.base.api.x13.X13Spec;
import jdplus.x13.base.core.x13.X13Kernel;
import jdplus.x13.base.core.x13.X13Results;

/**
 * A series without its season, by JDemetra+ (the programs of Eurostat and the Bundesbank), with what tells how good that
 * is. What was asked for is what is done: nothing falls back to another specification.
 */
public final class Adjustment {
    /** Full years that the methods need. */
    private static final int FEWEST_YEARS = 3;

    private static final String SPECIFICATION = "RSA3";

    private final double[] adjusted;
    private final Reason reason;
    private final Quality quality;

    /** Why there is no adjusted series. */
    public enum Reason {
        NONE,
        /** Fewer than three years of values. */
        TOO_SHORT,
        /** Neither months nor quarters. */
        NO_SEASON,
        /** All values are the same. */
        CONSTANT,
        /** The method found no answer. */
        NOT_SOLVED
    }

    /**
     * How the series was adjusted, and how well.
     *
     * @param model orders as in {@code (0,1,1)(0,1,1)}
     * @param parameters of the model, moving averages with the sign of Box and Jenkins reversed
     * @param outliers as in {@code AO (2020-04-01)}
     * @param seasonality p-value of the QS test that the series has no season; small: it has one
     * @param residual p-value of the same test of the adjusted series; small: it still has one
     * @param q of X-13, from the eleven M statistics: below 1 is accepted; NaN for TRAMO-SEATS
     */
    public record Quality(
            String specification,
            String model,
            List<Double> parameters,
            boolean isLogged,
            List<String> outliers,
            double seasonality,
            double residual,
            double q) {
        static final Quality NONE =
                new Quality(SPECIFICATION, "", List.of(), false, List.of(), Double.NaN, Double.NaN, Double.NaN);

        public Quality {
            parameters = List.copyOf(parameters);
            outliers = List.copyOf(outliers);
        }
    }

    private Adjustment(double[] adjusted, Reason reason, Quality quality) {
        this.adjusted = adjusted;
        this.reason = reason;
        this.quality = quality;
    }

    /**
     * Takes the season out of {@code values} of consecutive periods, NaN in gaps (they stay gaps), the first of which is
     * the {@code position}-th, counted from 1, of {@code year}.
     */
    public static Adjustment of(double[] values, int year, int position, int perYear, Method method) {
        Reason reason = obstacle(values, perYear);
        if (reason != Reason.NONE) {
            return new Adjustment(new double[0], reason, Quality.NONE);
        }
        TsPeriod start = perYear == 12 ? TsPeriod.monthly(year, position) : TsPeriod.quarterly(year, position);
        TsData series = TsData.ofInternal(start, values.clone());
        Adjustment found = method == Method.X13 ? x13(series) : tramoSeats(series);
        for (int i = 0; i < found.adjusted.length; i++) {
            found.adjusted[i] = Double.isNaN(values[i]) ? Double.NaN : found.adjusted[i];
        }
        return found;
    }

    private static Reason obstacle(double[] values, int perYear) {
        if (perYear != 12 && perYear != 4) {
            return Reason.NO_SEASON;
        }
        long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        if (known < (long) FEWEST_YEARS * perYear) {
            return Reason.TOO_SHORT;
        }
        return Arrays.stream(values)
                                .filter(value -> !Double.isNaN(value))
                                .distinct()
                                .count()
                        == 1
                ? Reason.CONSTANT
                : Reason.NONE;
    }

    private static Adjustment x13(TsData series) {
        X13Results results = X13Kernel.of(X13Spec.RSA3, null).process(series, null);
        if (results == null || !results.isValid()) {
            return notSolved();
        }
        Quality quality = quality(
                results.getPreprocessing(),
                results.getDiagnostics().getGenericDiagnostics(),
                results.getDiagnostics().getMstatistics().getQ());
        return solved(results.getFinals().getD11final(), quality);
    }

    private static Adjustment tramoSeats(TsData series) {
        TramoSeatsResults results =
                TramoSeatsKernel.of(TramoSeatsSpec.RSA3, null).process(series, null);
        if (results == null || !results.isValid()) {
            return notSolved();
        }
        Quality quality =
                quality(results.getPreprocessing(), results.getDiagnostics().getGenericDiagnostics(), Double.NaN);
        return solved(
                results.getFinals().getSeries(ComponentType.SeasonallyAdjusted, ComponentInformation.Value), quality);
    }

    private static Quality quality(RegSarimaModel model, GenericSaTests tests, double q) {
        SarimaOrders orders = model.getDescription().getStochasticComponent().orders();
        List<String> outliers = Arrays.stream(model.getDescription().getVariables())
                .map(variable -> variable.getName())
                .filter(name -> name.indexOf('(') > 0)
                .toList();
        return new Quality(
                SPECIFICATION,
                orders.toString(),
                Arrays.stream(model.getEstimation().getParameters().getValues().toArray())
                        .boxed()
                        .toList(),
                model.getDescription().isLogTransformation(),
                outliers,
                tests.seasonalityTestsOnLinearized().qsTest().getPvalue(),
                tests.residualSeasonalityTestsOnSa().qsTest().getPvalue(),
                q);
    }

    private static Adjustment solved(TsData adjusted, Quality quality) {
        return adjusted == null
                ? notSolved()
                : new Adjustment(adjusted.getValues().toArray(), Reason.NONE, quality);
    }

    private static Adjustment notSolved() {
        return new Adjustment(new double[0], Reason.NOT_SOLVED, Quality.NONE);
    }

    /** As long as the series, NaN in its gaps; empty where there is a {@link #reason}. */
    public double[] adjusted() {
        return adjusted.clone();
    }

    public Reason reason() {
        return reason;
    }

    public Quality quality() {
        return quality;
    }
}

package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ClaimTable.CLAIM_ID;
import static silkline.table.silver.ObservationTable.OBS_VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Facts;
import silkline.claim.Target;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.series.Period;
import silkline.table.gold.ForecastTable;
import silkline.table.gold.ShareTable;
import silkline.table.gold.TargetTable;

/** What the numbers of claims and of targets have in common. */
final class ClaimNumbers {
    private static final Map<String, String> TARGET_FORMULAS = Map.of(
            TargetTable.TARGET_VALUE, "what the claim states, in base units",
            TargetTable.LAST_VALUE, "the last value before the target's period",
            TargetTable.PREVIOUS_VALUE, "the value a year before the last one",
            TargetTable.LAST_GROWTH_RATIO, "last_value / previous_value - 1",
            TargetTable.ACTUAL_CAGR_RATIO, "(last_value / value of five years before)^(1 / 5) - 1",
            TargetTable.REQUIRED_CAGR_RATIO, "(target_value / last_value)^(1 / years left) - 1",
            TargetTable.PROBABILITY_RATIO,
                    "probability of target_value or more in the forecast of the target's period");

    private ClaimNumbers() {}

    static Optional<ClaimResult> result(Evidence evidence, String claimId) {
        return evidence.background().claims().get().stream()
                .filter(result -> result.claim().id().equals(claimId))
                .findFirst();
    }

    /** The stated figure as an input. */
    static Input stated(Claim claim, String name) {
        return new Input(
                name,
                "claim/%s/stated/low".formatted(claim.id()),
                String.join(
                        " or ", claim.periods().stream().map(Period::toString).toList()),
                claim.value(),
                claim.baseUnit(),
                claim.hedge().code(),
                "",
                "",
                "article %s, \"%s\"".formatted(claim.articleId(), claim.statedAs()),
                "");
    }

    /** One value of a series that speaks about a claim; nothing where the series has none. */
    static List<Input> value(Evidence evidence, Facts.Series series, String period, String name) {
        Optional<Period> at = Period.parse(period);
        if (at.isEmpty() || !series.values().containsKey(at.get())) {
            return List.of();
        }
        double value = series.values().get(at.get());
        Optional<Input> published = evidence.series(series.id())
                .flatMap(row -> evidence.vintages(List.of(row)).values().stream()
                        .flatMap(periods -> periods.values().stream())
                        .flatMap(List::stream)
                        .filter(one -> one.period().equals(period) && Explanation.isSame(one.value(), value))
                        .reduce((earlier, later) -> later)
                        .map(one -> one.input(name)));
        return List.of(published.orElseGet(
                () -> derived(series.about(), period, value, series.vintage()).called(name)));
    }

    /** Turnover and groups are rows of {@code gold.share}. */
    private static Input derived(Facts.About about, String period, double value, String vintage) {
        String key = "share/%s/%s/%s/%s/%s/%s/%s"
                .formatted(
                        about.datasetId(),
                        about.indicator(),
                        about.refArea(),
                        about.flow(),
                        about.counterpartArea(),
                        period,
                        ShareTable.VALUE);
        return new Input(OBS_VALUE, key, period, value, about.unitMeasure(), "", vintage, about.datasetId(), "", "");
    }

    /** A measure of the {@code number}-th target of a claim, counted from 1. */
    static Optional<Explanation> target(Key key, Evidence evidence, String claimId, String number) {
        Optional<ClaimResult> result = result(evidence, claimId);
        int position = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        if (result.isEmpty()
                || position < 1
                || position > result.get().targets().size()
                || !TARGET_FORMULAS.containsKey(key.last())) {
            return Optional.empty();
        }
        Target target = result.get().targets().get(position - 1);
        return evidence.row(
                        TargetTable.SPEC,
                        Map.of(
                                CLAIM_ID,
                                claimId,
                                "series_id",
                                target.series().id(),
                                "vintage",
                                target.series().vintage(),
                                "is_current",
                                target.series().isCurrent()))
                .map(row -> evidence.about(key, TargetTable.SPEC, row, key.last(), unit(key.last(), target))
                        .recomputed(
                                TARGET_FORMULAS.get(key.last()),
                                measure(target, key.last()),
                                inputs(evidence, result.get().claim(), target))
                        .noted("series %s of %s; target %s"
                                .formatted(
                                        target.series().id(),
                                        target.series().vintage(),
                                        target.targetPeriod().isEmpty()
                                                ? "without a date"
                                                : "for " + target.targetPeriod())));
    }

    private static String unit(String column, Target target) {
        return column.endsWith("_ratio") ? "RATIO" : target.series().about().unitMeasure();
    }

    private static double measure(Target target, String column) {
        return switch (column) {
            case TargetTable.TARGET_VALUE -> target.target();
            case TargetTable.LAST_VALUE -> target.lastValue();
            case TargetTable.PREVIOUS_VALUE -> target.previousValue();
            case TargetTable.LAST_GROWTH_RATIO -> target.lastGrowth();
            case TargetTable.ACTUAL_CAGR_RATIO -> target.actualCagr();
            case TargetTable.REQUIRED_CAGR_RATIO -> target.requiredCagr();
            case TargetTable.PROBABILITY_RATIO -> target.probability();
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static List<Input> inputs(Evidence evidence, Claim claim, Target target) {
        Period last = target.lastPeriod();
        List<Input> inputs = new ArrayList<>();
        inputs.add(stated(claim, TargetTable.TARGET_VALUE));
        inputs.addAll(value(evidence, target.series(), last.toString(), TargetTable.LAST_VALUE));
        inputs.addAll(value(evidence, target.series(), last.plus(-1).toString(), TargetTable.PREVIOUS_VALUE));
        inputs.addAll(value(
                evidence, target.series(), last.plus(-Target.LOOK_BACK).toString(), "value of five years before"));
        if (!target.targetPeriod().isEmpty() && !Double.isNaN(target.probability())) {
            String forecast = "forecast/%s/%s/mean".formatted(target.series().id(), target.targetPeriod());
            inputs.add(Input.of("forecast", forecast, forecast(evidence, target), unit("", target)));
        }
        return inputs;
    }

    private static double forecast(Evidence evidence, Target target) {
        return evidence
                .rows(
                        ForecastTable.SPEC,
                        Map.of(
                                "series_id",
                                target.series().id(),
                                "time_period",
                                target.targetPeriod(),
                                "is_current",
                                true,
                                "is_selected",
                                true))
                .stream()
                .filter(row -> !text(row, "mean").isEmpty())
                .findFirst()
                .map(row -> number(row, "mean"))
                .orElse(Double.NaN);
    }
}

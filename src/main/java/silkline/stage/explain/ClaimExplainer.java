package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.ClaimCheckTable.CHECK_NUMBER;
import static silkline.table.silver.ClaimTable.CLAIM_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.claim.Check;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Implied;
import silkline.claim.Reading;
import silkline.claim.Widths;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.gold.ClaimCheckTable;
import silkline.table.gold.ClaimVerdictTable;

/** What a claim states, what is held against it, and what follows from it: the claim is checked once more. */
final class ClaimExplainer implements Explainer {
    private static final String RATIO = "RATIO";

    @Override
    public String kind() {
        return "claim";
    }

    @Override
    public String form() {
        return "claim/CLAIM/stated/low (or stated/high, check/NUMBER/official, check/NUMBER/gap, chart/official,"
                + " target/NUMBER/last_value, implied_base ...)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        return ClaimNumbers.result(evidence, key.at(1)).flatMap(result -> switch (key.at(2)) {
            case "stated" -> stated(key, evidence, result);
            case "check" -> check(key, evidence, result, key.at(3));
            case "chart" ->
                result.telling()
                        .map(check -> Integer.toString(result.checks().indexOf(check) + 1))
                        .flatMap(number -> check(key, evidence, result, number));
            case "target" -> ClaimNumbers.target(key, evidence, key.at(1), key.at(3));
            default -> implied(key, evidence, result);
        });
    }

    private static Optional<Row> verdict(Evidence evidence, ClaimResult result) {
        return evidence.row(
                ClaimVerdictTable.SPEC, Map.of(CLAIM_ID, result.claim().id()));
    }

    private static Optional<Explanation> stated(Key key, Evidence evidence, ClaimResult result) {
        boolean isLow = key.last().equals("low");
        if (key.parts().size() != 4 || (!isLow && !key.last().equals("high"))) {
            return Optional.empty();
        }
        Claim claim = result.claim();
        Widths widths = evidence.background().reference().widths();
        String column = isLow ? ClaimCheckTable.CLAIM_LOW : ClaimCheckTable.CLAIM_HIGH;
        return verdict(evidence, result).map(row -> {
            evidence.wroteBy(ClaimVerdictTable.SPEC, row);
            return Explanation.of(key, Evidence.meaning(ClaimVerdictTable.SPEC, column), claim.baseUnit())
                    .storedIn(ClaimVerdictTable.SPEC + ", column " + column, number(row, column))
                    .recomputed(
                            "the %s end of what '%s %s' allows"
                                    .formatted(
                                            isLow ? "lower" : "upper",
                                            claim.hedge().code().replace('_', ' '),
                                            claim.stated().toPlainString()),
                            isLow
                                    ? result.bounds().allowed().low()
                                    : result.bounds().allowed().high(),
                            List.of(ClaimNumbers.stated(claim, "stated")))
                    .noted("widths of hedges, version %s: exact at most %s, about %s, almost %s as ratios"
                            .formatted(widths.version(), widths.exactMost(), widths.about(), widths.almost()));
        });
    }

    private static Optional<Explanation> check(Key key, Evidence evidence, ClaimResult result, String number) {
        boolean isOfficial = key.last().equals("official");
        int position = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        if (position < 1
                || position > result.checks().size()
                || (!isOfficial && !key.last().equals("gap"))) {
            return Optional.empty();
        }
        Claim claim = result.claim();
        Check check = result.checks().get(position - 1);
        String column = isOfficial ? ClaimCheckTable.OFFICIAL : ClaimCheckTable.GAP_RATIO;
        List<Input> inputs = new ArrayList<>(official(evidence, check));
        inputs.add(ClaimNumbers.stated(claim, "stated"));
        if (!isOfficial) {
            inputs.add(Input.of(
                    "official",
                    "claim/%s/check/%d/official".formatted(claim.id(), position),
                    check.official(),
                    check.unit(claim)));
        }
        return evidence.row(ClaimCheckTable.SPEC, Map.of(CLAIM_ID, claim.id(), CHECK_NUMBER, position))
                .map(row -> evidence.about(
                                key, ClaimCheckTable.SPEC, row, column, isOfficial ? check.unit(claim) : RATIO)
                        .recomputed(
                                isOfficial ? formula(claim, check) : "official / stated - 1",
                                isOfficial ? check.official() : check.gapRatio(),
                                inputs)
                        .noted("check %d of %d: %s, %s; series %s of %s"
                                .formatted(
                                        position,
                                        result.checks().size(),
                                        check.words(),
                                        check.verdict().code(),
                                        check.series().id(),
                                        check.series().vintage())));
    }

    /** What the official figure is, by the kind of claim. */
    private static String formula(Claim claim, Check check) {
        boolean hasBase = !check.reading().choice(Reading.BASE).isEmpty();
        return switch (claim.kind()) {
            case GROWTH -> hasBase ? "official value / base value - 1" : "official value, a rate itself";
            case RATIO -> hasBase ? "official value / base value" : "official value";
            case SHARE -> "official value / total value";
            default -> "official value of the period, in the claim's unit";
        };
    }

    private static List<Input> official(Evidence evidence, Check check) {
        List<Input> inputs =
                new ArrayList<>(ClaimNumbers.value(evidence, check.series(), check.period(), "official value"));
        String base = check.reading().choice(Reading.BASE);
        if (!base.isEmpty()) {
            inputs.addAll(ClaimNumbers.value(evidence, check.series(), base, "base value"));
        }
        return inputs;
    }

    private static Optional<Explanation> implied(Key key, Evidence evidence, ClaimResult result) {
        Optional<Implied> found = result.implied().stream()
                .filter(one -> one.name().equals(key.rest(2)))
                .findFirst();
        return found.flatMap(
                implied -> verdict(evidence, result).map(row -> implied(key, evidence, result.claim(), implied, row)));
    }

    private static Explanation implied(Key key, Evidence evidence, Claim claim, Implied implied, Row row) {
        evidence.wroteBy(ClaimVerdictTable.SPEC, row);
        double stored = Cells.<Row>list(row, ClaimVerdictTable.IMPLIED).stream()
                .filter(one -> text(one, "name").equals(implied.name()))
                .findFirst()
                .map(one -> number(one, "value"))
                .orElse(Double.NaN);
        List<Input> inputs = new ArrayList<>(List.of(ClaimNumbers.stated(claim, "stated")));
        if (!claim.relatesTo().isEmpty()) {
            ClaimNumbers.result(evidence, claim.relatesTo())
                    .ifPresent(
                            other -> inputs.add(ClaimNumbers.stated(other.claim(), "stated in " + claim.relatesTo())));
        }
        return Explanation.of(
                        key,
                        "figure that follows from the claim without being stated: "
                                + implied.name().replace('_', ' '),
                        implied.unit())
                .storedIn("%s, column %s".formatted(ClaimVerdictTable.SPEC, ClaimVerdictTable.IMPLIED), stored)
                .recomputed(implied.formula(), implied.value(), inputs);
    }
}

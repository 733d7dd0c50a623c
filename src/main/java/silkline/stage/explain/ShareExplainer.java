package silkline.stage.explain;

import static silkline.series.FlowCode.TURNOVER;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_GROUP;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.PUBLISHED_TOTAL;
import static silkline.table.gold.ShareTable.SHARE_CHANGE_PP;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.share.Share;
import silkline.source.ReferenceData.Membership;
import silkline.table.gold.ShareTable;

/** Trade with a partner or group, its share of the total, and how the share changed. */
final class ShareExplainer implements Explainer {
    /** The difference of two shares that the report prints beside the change on the year before. */
    private static final String SHIFT = "share_shift_pp";

    private static final int SHIFT_YEARS = 10;

    @Override
    public String kind() {
        return "share";
    }

    @Override
    public String form() {
        return "share/DATASET/INDICATOR/COUNTRY/FLOW/PARTNER/PERIOD/share_ratio (or value, share_change_pp, share_shift_pp)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        Optional<Row> found = row(key, evidence, Map.of(TIME_PERIOD, key.middle(6)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        Figures now = figures(evidence, row, "");
        return switch (key.last()) {
            case VALUE -> Optional.of(value(evidence.about(key, ShareTable.SPEC, row, VALUE, unit(row)), row, now));
            case SHARE_RATIO ->
                Optional.of(evidence.about(key, ShareTable.SPEC, row, SHARE_RATIO, "RATIO")
                        .recomputed("value / total", now.ratio(), now.inputs())
                        .noted("total: the " + text(row, DENOMINATOR).replace('_', ' ')));
            case SHARE_CHANGE_PP ->
                change(
                        key,
                        evidence,
                        evidence.about(key, ShareTable.SPEC, row, SHARE_CHANGE_PP, "PP"),
                        new Step(row, now, 1));
            case SHIFT -> shift(key, evidence, row, now);
            default -> Optional.empty();
        };
    }

    private static String unit(Row row) {
        return text(row, UNIT_MEASURE);
    }

    /** Of several products, bases and units the one of all products, then the first. */
    private static Optional<Row> row(Key key, Evidence evidence, Map<String, ?> period) {
        Map<String, Object> equal = new LinkedHashMap<>(Map.of(
                DATASET_ID, key.at(1), INDICATOR, key.at(2), REF_AREA, key.at(3), FLOW, key.at(4), MEMBER, key.at(5)));
        equal.putAll(period);
        return evidence.rows(ShareTable.SPEC, equal).stream()
                .max(Comparator.comparing((Row row) -> text(row, PRODUCT).equals("TOTAL"))
                        .thenComparing(row -> text(row, BY).equals(BY_GROUP)));
    }

    /** What a share is made of. */
    private record Figures(double value, double total, List<Input> inputs) {
        double ratio() {
            return Share.of(value, total);
        }
    }

    private static Figures figures(Evidence evidence, Row row, String suffix) {
        PartnerTrade trade = PartnerTrade.of(evidence, row, row.getAs(PERIOD_INDEX));
        String flow = text(row, FLOW);
        boolean isGroup = text(row, BY).equals(BY_GROUP);
        Set<String> members = isGroup ? members(evidence, row, trade) : Set.of(text(row, MEMBER));
        double value = isGroup ? trade.sum(members, flow) : trade.value(text(row, MEMBER), flow);
        boolean isPublished = text(row, DENOMINATOR).equals(PUBLISHED_TOTAL);
        double total = isPublished ? trade.value(WORLD, flow) : trade.sumOfParts(flow);
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.of("value" + suffix, "", value, unit(row)));
        inputs.add(Input.of("total" + suffix, "", total, unit(row)));
        members.forEach(member -> inputs.addAll(trade.inputs(member, flow, member + suffix)));
        Set<String> whole = isPublished ? Set.of(WORLD) : trade.partners();
        whole.stream()
                .filter(partner -> !members.contains(partner))
                .forEach(partner -> inputs.addAll(trade.inputs(partner, flow, partner + suffix)));
        return new Figures(value, total, inputs);
    }

    /** Those that the group had in the whole period and that are single partners. */
    private static Set<String> members(Evidence evidence, Row row, PartnerTrade trade) {
        Period period = Period.parse(text(row, TIME_PERIOD)).orElseThrow();
        Set<String> members = new TreeSet<>();
        for (Membership one : evidence.background().reference().memberships()) {
            boolean isValid = !one.from().isAfter(period.start()) && !one.to().isBefore(period.end());
            if (isValid && one.group().equals(text(row, MEMBER))) {
                members.add(one.member());
            }
        }
        members.retainAll(trade.partners());
        return members;
    }

    private static Explanation value(Explanation explanation, Row row, Figures now) {
        boolean isTurnover = text(row, FLOW).equals(TURNOVER);
        String one = isTurnover ? "exports + imports" : "as published";
        String formula =
                text(row, BY).equals(BY_GROUP) ? "sum over the members of the group in the period: " + one : one;
        List<Input> inputs = now.inputs().stream()
                .filter(input -> !input.name().startsWith("total")
                        && !input.name().equals("value")
                        && !input.name().startsWith(WORLD + "_"))
                .toList();
        return explanation.recomputed(formula, now.value(), inputs);
    }

    /** A share now, to be held against the one so many years before. */
    private record Step(Row row, Figures now, int years) {}

    private static Optional<Explanation> change(Key key, Evidence evidence, Explanation explanation, Step step) {
        return earlier(key, evidence, step.row(), step.years()).map(before -> {
            Figures then = figures(evidence, before, "_before");
            List<Input> inputs = new ArrayList<>(step.now().inputs());
            inputs.addAll(then.inputs());
            return explanation.recomputed(
                    "(value / total - value_before / total_before) * 100",
                    Share.changePoints(then.ratio(), step.now().ratio()),
                    inputs);
        });
    }

    private static Optional<Row> earlier(Key key, Evidence evidence, Row row, int years) {
        int perYear = Frequency.parse(text(row, FREQ)).orElseThrow().perYear();
        return row(
                key,
                evidence,
                Map.of(PERIOD_INDEX, row.<Integer>getAs(PERIOD_INDEX) - years * perYear, FREQ, text(row, FREQ)));
    }

    private static Optional<Explanation> shift(Key key, Evidence evidence, Row row, Figures now) {
        return earlier(key, evidence, row, SHIFT_YEARS).flatMap(before -> {
            double stored = (number(row, SHARE_RATIO) - number(before, SHARE_RATIO)) * 100;
            Explanation explanation = Explanation.of(
                            key, "change of the share in %d years, in percentage points".formatted(SHIFT_YEARS), "PP")
                    .storedIn("gold.share, column share_ratio of both years, their difference times 100", stored);
            evidence.wroteBy(ShareTable.SPEC, row);
            return change(key, evidence, explanation, new Step(row, now, SHIFT_YEARS));
        });
    }
}

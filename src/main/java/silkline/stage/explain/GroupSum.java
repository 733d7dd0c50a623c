package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.ForecastTable.IS_CURRENT;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.gold.ForecastTable.RECONCILED;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.source.ReferenceData.Membership;
import silkline.table.gold.ForecastTable;

/** The forecast of a group of partners that is the sum of those of its members. */
final class GroupSum {
    private GroupSum() {}

    /** Empty where there is no such sum. */
    static Optional<Explanation> explain(Key key, Evidence evidence) {
        return evidence
                .rows(ForecastTable.SPEC, Map.of(SERIES_ID, key.at(1), TIME_PERIOD, key.middle(2), IS_CURRENT, true))
                .stream()
                .filter(row -> text(row, MODEL_USED).equals(ForecastTable.SUM_OF_MEMBERS))
                .findFirst()
                .map(row -> explain(key, evidence, row));
    }

    private static Explanation explain(Key key, Evidence evidence, Row row) {
        SeriesId group = SeriesId.parse(key.at(1));
        List<Input> members = members(evidence, row, group);
        Explanation explanation = evidence.about(key, ForecastTable.SPEC, row, key.last(), group.unitMeasure());
        return key.last().equals(MEAN)
                ? explanation.recomputed(
                        "sum of the forecasts of the members",
                        members.stream().mapToDouble(Input::value).sum(),
                        members)
                : explanation.lookedUp(
                        key.last() + " of the sum of the forecasts of the members",
                        members,
                        "it takes the errors of all series that were made to add up (%s); 'silkline forecast --reconcile' does it again"
                                .formatted(text(row, RECONCILED)));
    }

    private static List<Input> members(Evidence evidence, Row row, SeriesId group) {
        Period origin = Period.parse(text(row, ORIGIN)).orElseThrow();
        List<String> ids = evidence.background().reference().memberships().stream()
                .filter(one -> one.group().equals(group.counterpartArea()))
                .filter(one -> !one.from().isAfter(origin.start()) && !one.to().isBefore(origin.end()))
                .map(Membership::member)
                .map(member -> group.with(member).toString())
                .toList();
        boolean isStep = text(row, MODEL_REQUESTED).equals(ForecastTable.GROUP);
        String period = text(row, TIME_PERIOD);
        return evidence.rows(ForecastTable.SPEC, Map.of(SERIES_ID, ids, TIME_PERIOD, period, IS_CURRENT, true)).stream()
                .filter(member -> text(member, ORIGIN).equals(text(row, ORIGIN)))
                .filter(member -> isStep
                        ? member.<Boolean>getAs(IS_SELECTED)
                        : text(member, MODEL_REQUESTED).equals(text(row, MODEL_REQUESTED)))
                .map(member -> Input.of(
                        SeriesId.parse(text(member, SERIES_ID)).counterpartArea(),
                        "forecast/%s/%s/%s".formatted(text(member, SERIES_ID), period, MEAN),
                        number(member, MEAN),
                        group.unitMeasure()))
                .toList();
    }
}

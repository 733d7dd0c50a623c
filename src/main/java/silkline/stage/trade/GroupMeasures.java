package silkline.stage.trade;

import static silkline.series.FlowCode.EXPORTS;
import static silkline.series.FlowCode.IMPORTS;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.TableNumbers.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.series.Period;
import silkline.share.Relations;
import silkline.share.Share;
import silkline.stage.panel.GroupMember;

/** Rows about trade inside groups in one period, shaped like the own columns of {@link silkline.table.gold.GroupTradeTable}. */
final class GroupMeasures {
    private GroupMeasures() {}

    /** Groups with at least two members that report. */
    static List<Row> of(TradeMatrix matrix, List<GroupMember> members, Period period) {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (GroupMember member : members) {
            if (member.isValid(period)) {
                groups.computeIfAbsent(member.group(), key -> new TreeSet<>()).add(member.area());
            }
        }
        boolean hasWorld = matrix.hasWorld();
        double world = hasWorld ? matrix.world(EXPORTS, WORLD) + matrix.world(IMPORTS, WORLD) : Double.NaN;
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, areas) -> {
            Set<String> reporting = new TreeSet<>(areas);
            reporting.retainAll(matrix.reporters());
            if (reporting.size() > 1) {
                rows.add(row(matrix, group, areas, reporting, world));
            }
        });
        return rows;
    }

    private static Row row(TradeMatrix matrix, String group, Set<String> areas, Set<String> reporting, double world) {
        double inside = 0;
        double total = 0;
        for (String area : reporting) {
            total += orZero(matrix.total(area, EXPORTS)) + orZero(matrix.total(area, IMPORTS));
            for (String partner : areas) {
                inside += orZero(matrix.exports(area, partner)) + orZero(matrix.imports(area, partner));
            }
        }
        double introversion = Relations.introversion(inside, total, world - total);
        String denominator = matrix.hasPublishedWorld() ? "published_world" : "sum_of_reporters";
        return RowFactory.create(
                group,
                (long) reporting.size(),
                (long) areas.size(),
                inside,
                total,
                orNull(Share.of(inside, total)),
                orNull(introversion),
                Double.isNaN(world) ? null : denominator,
                reporting.size() < areas.size() ? "MEMBERS_MISSING" : Double.isNaN(world) ? "WORLD_INCOMPLETE" : null);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}

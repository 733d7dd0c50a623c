package silkline.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import silkline.UserError;
import silkline.stage.explain.TableRows;
import silkline.table.Lake;
import silkline.table.TableSpec;

/** Rows of a lake as it was when each table was first asked for; what was read once is kept. */
final class LakeRows implements TableRows {
    private static final String GOLD = "gold";

    private final JobSession session;
    private final Map<String, Lake.Pinned> pinned = new HashMap<>();
    private final Map<List<Object>, List<Row>> kept = new HashMap<>();

    LakeRows(JobSession session) {
        this.session = session;
    }

    @Override
    public List<Row> rows(TableSpec table, Map<String, ?> equal) {
        return kept.computeIfAbsent(
                List.of(table.toString(), Map.copyOf(equal)),
                key -> session.lake().read(pin(table)).where(isEqual(equal)).collectAsList());
    }

    private static Column isEqual(Map<String, ?> equal) {
        Column all = lit(true);
        for (Map.Entry<String, ?> cell : equal.entrySet()) {
            Column column = col(cell.getKey());
            all = all.and(
                    cell.getValue() instanceof Collection<?> some
                            ? column.isInCollection(some)
                            : column.equalTo(lit(cell.getValue())));
        }
        return all;
    }

    @Override
    public long version(TableSpec table) {
        return pin(table).version();
    }

    private Lake.Pinned pin(TableSpec table) {
        return pinned.computeIfAbsent(table.toString(), name -> {
            Lake lake = session.lake();
            if (!lake.has(table)) {
                throw UserError.missingTable(name, lake.path(table), table.madeBy());
            }
            if (table.layer().equals(GOLD)) {
                session.requireSameDate(table);
            }
            return lake.pin(table);
        });
    }
}

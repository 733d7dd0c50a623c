package silkline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import silkline.table.TableSpec;
import silkline.table.Tables;
import silkline.table.reference.MeasureTable;

class MeasuresTest {
    /** Tables whose every ratio, index or part is a measure. */
    private static final Set<String> TABLES = Set.of(
            "concentration",
            "mirror",
            "intensity",
            "group_trade",
            "margin",
            "market_share",
            "advantage",
            "similarity",
            "growth_detail",
            "price",
            "real_value",
            "proximity");

    private static final Set<String> INPUTS = Set.of(
            "reported",
            "mirrored",
            "cif_fob_used",
            "exporter_weight_ratio",
            "reported_yoy_ratio",
            "mirrored_yoy_ratio",
            "share_ratio",
            "world_share_ratio",
            "covered_ratio",
            "inside",
            "total_trade",
            "change",
            "residual",
            "extensive_pp",
            "intensive_pp",
            "obs_value",
            "quantity",
            "value_yoy_ratio",
            "price_index",
            "contribution_residual_pp",
            "value");

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Measures.rows("run")
                .forEach(row ->
                        assertThat(codes.add(row.getString(0))).as("%s", row).isTrue());
        return codes;
    }

    @Test
    void everyMeasureIsAColumn() {
        Set<String> columns = new TreeSet<>();
        Tables.all().stream().filter(table -> table.layer().equals("gold")).forEach(table -> names(table)
                .forEach(column -> columns.add(table.name() + "." + column)));
        assertThat(columns).containsAll(codes());
    }

    @Test
    void everyFigureOfTheStructureTablesIsAMeasureOrAnInput() {
        Set<String> codes = codes();
        Tables.all().stream().filter(table -> TABLES.contains(table.name())).forEach(table -> table.fields().stream()
                .filter(field -> field.dataType().typeName().equals("double"))
                .filter(field -> !INPUTS.contains(field.name()))
                .forEach(field -> assertThat(codes).contains(table.name() + "." + field.name())));
    }

    @Test
    void rowsFitTheTable() {
        Measures.rows("run").forEach(row -> {
            assertThat(row.length()).isEqualTo(MeasureTable.SPEC.fields().size());
            assertThat(row.getInt(5)).isPositive();
        });
    }

    private static Set<String> names(TableSpec table) {
        return Set.of(table.schema().fieldNames());
    }
}

package silkline.stage.panel;

import static org.apache.spark.sql.functions.lit;
import static silkline.table.silver.ObservationTable.RUN_ID;

import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import silkline.series.SeriesId;
import silkline.stage.RunContext;
import silkline.table.block.Block;
import silkline.table.gold.GrowthDetailTable;

/**
 * Growth in detail. What a reporter trades with all partners is one group, so that every partner finds the total that it
 * contributes to.
 */
public final class DetailStage {
    private static final StructType SCHEMA = new StructType(GrowthDetailTable.SPEC.fields().stream()
            .filter(field -> !field.name().equals(RUN_ID))
            .toArray(StructField[]::new));

    private DetailStage() {}

    /** {@code gold.growth_detail} of the newest vintage; {@code aggregates} are areas that are no single partners. */
    public static Dataset<Row> details(Dataset<Block> histories, Set<String> aggregates, RunContext run) {
        return histories
                .groupByKey((MapFunction<Block, String>) DetailStage::family, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Block, Row>) (family, blocks) ->
                                DetailRows.of(blocks, aggregates).iterator(),
                        Encoders.row(SCHEMA))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(GrowthDetailTable.SPEC.select());
    }

    /** What series have in common that differ in the partner alone. */
    private static String family(Block history) {
        return SeriesId.parse(history.label(0)).with(SeriesId.NOT_APPLICABLE).toString();
    }
}

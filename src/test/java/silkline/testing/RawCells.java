package silkline.testing;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.DeliveredRows;
import silkline.source.RawRow;
import silkline.source.SourceFormat;

/** What a format reads, as a frame: dataset_id, file, line, rule, problem, raw, and a column for every cell. */
public final class RawCells {
    /** Lists that refuse nothing. */
    public static final CodeLists CODES = CodeLists.of(Map.of());

    private static final StructType SCHEMA = schema();

    private RawCells() {}

    public static Dataset<Row> read(SparkSession spark, SourceFormat format, DatasetManifest dataset) {
        return read(spark, format, dataset, CODES);
    }

    public static Dataset<Row> read(SparkSession spark, SourceFormat format, DatasetManifest dataset, CodeLists codes) {
        return format.read(
                spark,
                List.of(dataset),
                codes,
                DeliveredRows.in(spark.sparkContext()),
                (MapFunction<RawRow, Row>) RawCells::row,
                Encoders.row(SCHEMA));
    }

    private static Row row(RawRow raw) {
        Object[] values = new Object[SCHEMA.length()];
        int at = 0;
        values[at++] = raw.datasetId();
        values[at++] = raw.file();
        values[at++] = raw.line();
        values[at++] = raw.rule();
        values[at++] = raw.problem();
        values[at++] = raw.raw();
        for (Cell cell : Cell.all()) {
            values[at++] = raw.cell(cell);
        }
        return RowFactory.create(values);
    }

    private static StructType schema() {
        StructType schema = new StructType()
                .add("dataset_id", DataTypes.StringType)
                .add("file", DataTypes.StringType)
                .add("line", DataTypes.LongType)
                .add("rule", DataTypes.StringType)
                .add("problem", DataTypes.StringType)
                .add("raw", DataTypes.StringType);
        for (Cell cell : Cell.all()) {
            schema = schema.add(cell.column(), DataTypes.StringType);
        }
        return schema;
    }
}

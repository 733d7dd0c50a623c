package silkline.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import silkline.series.ObservationParser;

/** The project's own comma-separated format; one task reads one file, line by line. */
public final class CuratedCsv implements SourceFormat {
    private static final StructType FILES = new StructType()
            .add("dataset_id", DataTypes.StringType)
            .add("name", DataTypes.StringType)
            .add("location", DataTypes.StringType);

    @Override
    public String id() {
        return "curated-csv";
    }

    @Override
    public void check(SparkSession spark, DatasetManifest dataset) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        for (DatasetManifest.FileEntry file : dataset.files()) {
            FileContract contract = new FileContract(dataset, file, hadoop);
            contract.checkBytes();
            contract.checkText(ObservationParser.REQUIRED, ObservationParser.DEFAULTS.keySet());
        }
    }

    @Override
    public Dataset<Row> read(SparkSession spark, List<DatasetManifest> datasets) {
        List<Row> files = new ArrayList<>();
        for (DatasetManifest dataset : datasets) {
            dataset.files()
                    .forEach(file -> files.add(RowFactory.create(dataset.id(), file.path(), dataset.location(file))));
        }
        // The tasks open files as the session would, keys of object stores included.
        Broadcast<SerializableConfiguration> hadoop = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
        return spark.createDataFrame(files, FILES)
                .flatMap((FlatMapFunction<Row, Row>) file -> rows(file, hadoop.value()), Encoders.row(RawRows.SCHEMA));
    }

    private static Iterator<Row> rows(Row file, SerializableConfiguration hadoop) {
        String datasetId = file.getString(0);
        String name = file.getString(1);
        Iterator<Csv.Line> lines = Csv.lines(file.getString(2), hadoop.value());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Row next() {
                Csv.Line line = lines.next();
                return RawRows.row(datasetId, name, line.number(), line.problem(), line.raw(), line::cell);
            }
        };
    }
}

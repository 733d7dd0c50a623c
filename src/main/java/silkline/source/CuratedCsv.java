package silkline.source;

import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.series.ObservationParser;

/** The project's own comma-separated format; one task reads one file, line by line. */
public final class CuratedCsv implements SourceFormat {
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
    public Dataset<Row> read(SparkSession spark, DatasetManifest dataset) {
        List<String> names =
                dataset.files().stream().map(DatasetManifest.FileEntry::path).toList();
        String folder = dataset.folder();
        return spark.createDataset(names, Encoders.STRING())
                .flatMap((FlatMapFunction<String, Row>) name -> rows(folder, name), Encoders.row(RawRows.SCHEMA));
    }

    private static Iterator<Row> rows(String folder, String name) {
        Iterator<Csv.Line> lines = Csv.lines(folder + "/" + name, new Configuration());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Row next() {
                Csv.Line line = lines.next();
                return RawRows.row(name, line.number(), line.problem(), line.raw(), line::cell);
            }
        };
    }
}

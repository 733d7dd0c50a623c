package silkline.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import silkline.series.CodeLists;

/** A format whose files are read by tasks: a file each, or pieces of large ones. */
public interface FileFormat extends SourceFormat, Serializable {
    /** As {@link SourceFormat#check}, which needs no more of a session. */
    void check(Configuration hadoop, DatasetManifest dataset, CodeLists codes);

    @Override
    default void check(SparkSession spark, DatasetManifest dataset, CodeLists codes) {
        check(spark.sparkContext().hadoopConfiguration(), dataset, codes);
    }

    /** What the tasks read of a file; more than one piece where the format can begin in its middle. */
    default List<Piece> pieces(DatasetManifest dataset, DatasetManifest.FileEntry file, Configuration hadoop) {
        return List.of(Piece.whole(dataset, file));
    }

    /** The rows of a piece, read as they are asked for. */
    Iterator<RawRow> rows(Piece piece, Configuration hadoop, CodeLists codes);

    @Override
    default <T> Dataset<T> read(
            SparkSession spark,
            List<DatasetManifest> datasets,
            CodeLists codes,
            DeliveredRows delivered,
            MapFunction<RawRow, T> parse,
            Encoder<T> encoder) {
        List<Piece> pieces = new ArrayList<>();
        Configuration driver = spark.sparkContext().hadoopConfiguration();
        for (DatasetManifest dataset : datasets) {
            dataset.files().forEach(file -> pieces.addAll(pieces(dataset, file, driver)));
        }
        pieces.forEach(piece -> delivered.expect(piece.place()));
        // The tasks open files as the session would, keys of object stores included.
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(new SerializableConfiguration(driver));
        Broadcast<CodeLists> lists = context.broadcast(codes);
        FileFormat format = this;
        return spark.createDataset(pieces, Encoders.javaSerialization(Piece.class))
                .flatMap(
                        (FlatMapFunction<Piece, T>) piece -> {
                            Iterator<RawRow> rows =
                                    format.rows(piece, hadoop.value().value(), lists.value());
                            return new Iterator<>() {
                                private long count;

                                @Override
                                public boolean hasNext() {
                                    if (rows.hasNext()) {
                                        return true;
                                    }
                                    delivered.add(new DeliveredRows.Part(
                                            piece.dataset().id(), piece.place(), count));
                                    return false;
                                }

                                @Override
                                public T next() {
                                    count++;
                                    try {
                                        return parse.call(rows.next());
                                    } catch (RuntimeException failure) {
                                        throw failure;
                                    } catch (Exception failure) {
                                        throw new IllegalStateException(failure);
                                    }
                                }
                            };
                        },
                        encoder);
    }
}

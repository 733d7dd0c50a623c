package silkline.testing;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The DataFrame assertions of spark-testing-base. Its suites bring their own session and belong to JUnit 4; the
 * comparison needs neither, so only that is used. Rows are put in order first, and comments and nullability, which the
 * comparison would insist on, are left aside: {@code expected} gets them from {@code actual}.
 */
public final class Frames {
    private static final JavaDataFrameSuiteBase ASSERTIONS = new Assertions();

    private Frames() {}

    /** The assertions over the session of the test run, which they ask for to print rows that differ. */
    private static final class Assertions extends JavaDataFrameSuiteBase {
        @Override
        public SparkSession spark() {
            return SparkSession.active();
        }
    }

    /** The same columns, types and rows, whatever the order of the rows. */
    public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
        Dataset<Row> ordered = ordered(actual);
        ASSERTIONS.assertDataFrameEquals(like(ordered, ordered(expected)), ordered);
    }

    /** As {@link #assertSameRows}; doubles may differ by {@code tolerance}. */
    public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual, double tolerance) {
        Dataset<Row> ordered = ordered(actual);
        ASSERTIONS.assertDataFrameApproximateEquals(like(ordered, ordered(expected)), ordered, tolerance);
    }

    private static Dataset<Row> ordered(Dataset<Row> rows) {
        Column[] all = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
        return rows.coalesce(1).sortWithinPartitions(all);
    }

    private static Dataset<Row> like(Dataset<Row> model, Dataset<Row> rows) {
        if (!Arrays.equals(model.columns(), rows.columns())) {
            return rows; // the comparison tells
        }
        return rows.sparkSession().createDataFrame(rows.collectAsList(), model.schema());
    }
}

package silkline.job;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.table.reference.MeasureTable;

/** The catalogue of measures, {@code measures.csv}: the one place that says what they are. */
final class Measures {
    private static final String FILE = "/silkline/measures.csv";

    private Measures() {}

    /** Rows of {@link MeasureTable}. */
    static List<Row> rows(String runId) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(Measures.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(line -> row(line, runId)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Row row(CSVRecord line, String runId) {
        return RowFactory.create(
                line.get(MeasureTable.CODE),
                line.get(MeasureTable.TITLE),
                line.get(MeasureTable.FORMULA),
                line.get(MeasureTable.UNIT),
                orNull(line.get(MeasureTable.VALUATION)),
                Integer.valueOf(line.get(MeasureTable.MINIMUM_OBSERVATIONS)),
                orNull(line.get(MeasureTable.CAVEATS)),
                orNull(line.get(MeasureTable.REFERENCE)),
                runId);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

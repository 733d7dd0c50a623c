package silkline.cli;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import silkline.UserError;
import silkline.forecast.benchmark.BenchmarkSeries;

/**
 * A collection of series as tidy CSV, one value a row: {@code dataset, series_id, frequency, seasonal_period, horizon, t,
 * value} and any others. The last {@code horizon} values of a series are its test part.
 */
final class BenchmarkFile {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    /** Where the seasonal period by which a collection scales errors is not that of the year. */
    private static final Map<String, Integer> PERIODS_PER_YEAR = Map.of("weekly", 52);

    private BenchmarkFile() {}

    /** The series in the order of the file. */
    static List<BenchmarkSeries> read(Path file) {
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        try (CSVParser rows = FORMAT.parse(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (CSVRecord row : rows) {
                String id = "%s/%s/%s".formatted(row.get("dataset"), row.get("frequency"), row.get("series_id"));
                gathered.computeIfAbsent(id, key -> new Gathered(row)).add(row);
            }
            return gathered.values().stream().map(Gathered::series).toList();
        } catch (IllegalArgumentException wrong) {
            throw UserError.contract(
                    file.toString(),
                    wrong.getMessage(),
                    "Needed columns: dataset, series_id, frequency, seasonal_period, horizon, t, value.");
        } catch (FileNotFoundException | NoSuchFileException missing) {
            throw UserError.usage("--set: no file %s.".formatted(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    /** The rows of one series, by their number. */
    private static final class Gathered {
        private final CSVRecord first;
        private final List<Double> values = new ArrayList<>();

        Gathered(CSVRecord first) {
            this.first = first;
        }

        void add(CSVRecord row) {
            if (Integer.parseInt(row.get("t")) != values.size() + 1) {
                throw new IllegalArgumentException("series %s: row %s comes after row %d."
                        .formatted(row.get("series_id"), row.get("t"), values.size()));
            }
            values.add(Double.valueOf(row.get("value")));
        }

        BenchmarkSeries series() {
            String frequency = first.get("frequency");
            int lag = Integer.parseInt(first.get("seasonal_period"));
            return new BenchmarkSeries(
                    frequency,
                    PERIODS_PER_YEAR.getOrDefault(frequency, lag),
                    lag,
                    values.stream().mapToDouble(Double::doubleValue).toArray(),
                    Integer.parseInt(first.get("horizon")));
        }
    }
}

package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.own;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.UserError;
import silkline.source.DatasetManifest;
import silkline.source.FileFormat;
import silkline.testing.FormatSamples;
import silkline.testing.Mutator;

/** Ten thousand spoilt files: each is refused as its user can understand, or every line of it is accounted for. */
class MutatedCsvTest {
    private static final int FILES = 10_000;

    /** A sample, and the first cell of its header where lines stand above it. */
    record Sample(FileFormat format, String file, String mapping, String headerMark, boolean isWide) {
        static Sample of(FileFormat format, String file) {
            return new Sample(format, file, "{}", "", false);
        }

        Sample mapped(String mapping) {
            return new Sample(format, file, mapping, headerMark, isWide);
        }

        Sample wide() {
            return new Sample(format, file, mapping, headerMark, true);
        }

        Sample below(String mark) {
            return new Sample(format, file, mapping, mark, isWide);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Sample> samples() {
        String dollars = "{\"cells\": {\"unit_mult\": \"0\"}}";
        return List.of(
                Sample.of(new ComtradeCsv(), "comtrade-csv/plus.csv"),
                Sample.of(new ComtradeCsv(), "comtrade-csv/legacy.csv"),
                Sample.of(new WorldBankCsv(), "worldbank-csv/API_KAZ_DS2_en_csv_v2_1.csv")
                        .wide()
                        .below("Country Name"),
                Sample.of(new WorldBankCsv(), "worldbank-csv/databank.csv").wide(),
                Sample.of(new ImfDotsCsv(), "imf-dots-csv/timeseries.csv")
                        .wide()
                        .mapped(dollars),
                Sample.of(new ImfPortalCsv(), "imf-portal-csv/long.csv"),
                Sample.of(new BaciCsv(), "baci/BACI_HS92_Y2020_V202501.csv"),
                Sample.of(new WitsCsv(), "wits-csv/DataJobID-1_1_test.csv"),
                Sample.of(new SdmxCsv(), "sdmx-csv/labels.csv"),
                Sample.of(new SdmxCsv(), "sdmx-csv/keys.csv"),
                Sample.of(new BnsCsv(), "bns-csv/indicator_8-1-1.csv"),
                Sample.of(new SiatCsv(), "siat-csv/siat_sdmx_data_1105.csv").wide(),
                Sample.of(new MappedCsv(), "csv/long.csv")
                        .mapped(
                                """
                                {"cells": {"indicator": "gdp", "ref_area": {"text": "{country}", "codes": "area/name"},
                                  "unit_measure": "USD", "unit_mult": "3", "time_period": "{year}", "obs_value": "{thousands}"}}
                                """));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSpoiltFileIsRefusedOrReadWithEveryLineAccountedFor(Sample sample, @TempDir Path folder) throws IOException {
        byte[] original = Files.readAllBytes(own(sample.file()));
        Path file = folder.resolve(own(sample.file()).getFileName());
        int files = FILES / samples().size() + 1;
        int read = 0;
        for (int seed = 0; seed < files; seed++) {
            byte[] spoilt = new Mutator(seed).mutate(original);
            Files.write(file, spoilt);
            DatasetManifest dataset = FormatSamples.dataset(sample.format(), file, sample.mapping(), "en");
            Set<Long> accounted = new HashSet<>();
            try {
                FormatSamples.read(sample.format(), dataset, (row, reading) -> {
                    long last = row.line()
                            + row.raw().chars().filter(c -> c == '\n').count();
                    for (long line = row.line(); line <= last; line++) {
                        accounted.add(line);
                    }
                });
                read++;
            } catch (UserError refused) {
                continue;
            } catch (RuntimeException failure) {
                throw new AssertionError("%s, seed %d".formatted(sample, seed), failure);
            }
            assertThat(unaccounted(sample, new String(spoilt, StandardCharsets.UTF_8), accounted))
                    .as("lines of %s, seed %d, that are neither accepted nor refused", sample, seed)
                    .isEmpty();
        }
        // A test in which every file is refused at once would prove nothing.
        assertThat(read).isGreaterThan(files / 4);
    }

    /** Lines below the header that say something and of which no row came. */
    private static List<String> unaccounted(Sample sample, String text, Set<Long> accounted) throws IOException {
        List<String> lines = new BufferedReader(new StringReader(text.replaceFirst("^\uFEFF", "")))
                .lines()
                .toList();
        int header = header(sample, lines);
        CSVRecord columns = record(lines.get(header));
        return IntStream.range(header + 1, lines.size())
                .filter(i -> !lines.get(i).isEmpty() && !accounted.contains(i + 1L))
                .mapToObj(lines::get)
                .filter(line -> columns == null || !sample.isWide() || saysSomething(line, columns))
                .toList();
    }

    private static int header(Sample sample, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            CSVRecord record = lines.get(i).isEmpty() ? null : record(lines.get(i));
            if (record != null
                    && (sample.headerMark().isEmpty() || record.get(0).equals(sample.headerMark()))) {
                return i;
            }
        }
        return lines.size() - 1;
    }

    /** Whether a line of a wide table has a value, or does not fit its header. */
    private static boolean saysSomething(String line, CSVRecord columns) {
        CSVRecord record = record(line);
        if (record == null || record.size() != columns.size()) {
            return !line.startsWith("Data from database:") && !line.startsWith("Last Updated:");
        }
        for (int i = 0; i < record.size(); i++) {
            if (columns.get(i).strip().matches("\\d{4}([QM]\\d\\d?)?( \\[.*])?")
                    && !Set.of("", "..").contains(record.get(i).strip())) {
                return !line.startsWith("Data from database:") && !line.startsWith("Last Updated:");
            }
        }
        return false;
    }

    private static CSVRecord record(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            return parser.getRecords().get(0);
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }
}

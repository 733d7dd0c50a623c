package silkline.testing.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import silkline.source.ReferenceData;

/**
 * DuckDB computes from the same Parquet files what growth and shares do, column for column, and writes Parquet. What the panel
 * does not have (several vintages, breaks, rates, a published world) it need not handle.
 */
public final class DuckMeasures {
    private DuckMeasures() {}

    /** Arguments: the folders of the datasets, of the lake and of the results, and how many rounds. */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path out = Path.of(arguments[2]);
        Files.createDirectories(out);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads TO " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET temp_directory = '" + out.resolve("spill") + "'");
            statement.execute("CREATE VIEW observation AS FROM read_parquet('" + arguments[1]
                    + "/silver/observation/*.parquet')");
            statement.execute(
                    "CREATE VIEW series AS FROM read_parquet('" + arguments[1] + "/silver/series/*.parquet')");
            statement.execute(
                    "CREATE TABLE membership (of_group varchar, member varchar, valid_from date, valid_to date)");
            for (ReferenceData.Membership membership :
                    ReferenceData.load(new Configuration(), arguments[0]).memberships()) {
                statement.execute("INSERT INTO membership VALUES ('%s', '%s', '%s', '%s')"
                        .formatted(membership.group(), membership.member(), membership.from(), membership.to()));
            }
            for (int round = 1; round <= Integer.parseInt(arguments[3]); round++) {
                Rounds.timed(
                        System.err, "duckdb", "growth", round, () -> write(statement, out, "growth", "growth_window"));
                Rounds.timed(
                        System.err, "duckdb", "shares", round, () -> write(statement, out, "share", "concentration"));
            }
        }
    }

    private static void write(Statement statement, Path out, String... tables) {
        for (String table : List.of(tables)) {
            try {
                statement.execute("COPY (" + query(table) + ") TO '" + out.resolve(table)
                        + "' (FORMAT parquet, COMPRESSION snappy, PER_THREAD_OUTPUT true, OVERWRITE true)");
            } catch (SQLException failure) {
                throw new IllegalStateException(table, failure);
            }
        }
    }

    private static String query(String table) {
        try (InputStream text = DuckMeasures.class.getResourceAsStream("/bench/" + table + ".sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

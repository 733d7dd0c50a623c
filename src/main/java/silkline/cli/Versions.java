package silkline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Versions of the program and of what it runs on. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    /** {@code silkline 0.1.0+44c644d, Spark 4.1.0, Java 17.0.15}. */
    static String text() {
        return "silkline %s, Spark %s, Java %s"
                .formatted(
                        program(),
                        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                        System.getProperty("java.version"));
    }

    private static String program() {
        try (InputStream in = Versions.class.getResourceAsStream("/silkline/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            String commit = properties.getProperty("commit");
            // What was built elsewhere than in a clone has no commit.
            return properties.getProperty("version") + (commit.isEmpty() || commit.startsWith("$") ? "" : "+" + commit);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

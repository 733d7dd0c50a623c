package silkline.testing;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import silkline.cli.SparkSessions;

/** Hands the one session of the test run to whoever asks for it; made as the program makes its own, but small. */
final class SharedSession implements ParameterResolver {
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.master", "local[2]",
            "spark.sql.shuffle.partitions", "2",
            "spark.default.parallelism", "2",
            "spark.ui.enabled", "false",
            "spark.delta.logStore.file.impl", StoppingCommits.class.getName(),
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.local.dir", Path.of("target/spark-local").toAbsolutePath().toString(),
            "spark.sql.warehouse.dir",
                    Path.of("target/spark-warehouse").toAbsolutePath().toString());

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(SparkSession.class, type -> open(), SparkSession.class);
    }

    private static SparkSession open() {
        SETTINGS.forEach(System::setProperty);
        return SparkSessions.open("silkline tests");
    }
}

package silkline.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import silkline.UserError;

/**
 * Where an option's value comes from when it is not on the command line: the environment ({@code SILKLINE_LAKE} for
 * {@code --lake}), then the file that {@code --config} or {@code SILKLINE_CONFIG} names, then the default.
 */
final class Settings implements IDefaultValueProvider {
    private static final String PREFIX = "SILKLINE_";
    private static final String CONFIG = "--config";

    private Properties file;

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
            return null;
        }
        String name = option.longestName();
        String fromEnvironment = System.getenv(variable(name));
        if (fromEnvironment != null || name.equals(CONFIG)) {
            return fromEnvironment;
        }
        return file(option).getProperty(name.substring(2));
    }

    /** How a value got there, for the print of the effective configuration. */
    String origin(OptionSpec option, boolean isGiven) {
        String name = option.longestName();
        if (isGiven) {
            return "flag";
        }
        if (System.getenv(variable(name)) != null) {
            return variable(name);
        }
        return file != null && file.containsKey(name.substring(2)) ? "config file" : "default";
    }

    private Properties file(OptionSpec option) {
        if (file == null) {
            String path = configPath(
                    option.command().commandLine().getParseResult() == null
                            ? List.of()
                            : option.command().commandLine().getParseResult().originalArgs());
            file = path == null ? new Properties() : read(path);
        }
        return file;
    }

    /** {@code --config} must be known before picocli fills the other options in. */
    private static String configPath(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(CONFIG + "=")) {
                return arguments.get(i).substring(CONFIG.length() + 1);
            }
            if (arguments.get(i).equals(CONFIG) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return System.getenv(variable(CONFIG));
    }

    private static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(path), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw UserError.usage(
                    "%s: cannot be read. Name a file of lines such as lake=/data/lake with --config.".formatted(path));
        }
    }
}

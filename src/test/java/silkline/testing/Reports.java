package silkline.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Reports without what differs from run to run and machine to machine. */
public final class Reports {
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{8,}(?:E-?\\d+)?");
    private static final MathContext DIGITS = new MathContext(10);

    private Reports() {}

    /** {@code text} with placeholders for run, time, versions and the folder of the lake. */
    public static String comparable(String text, String runId, String lake) {
        return text.replace(runId, "RUN")
                .replace(lake, "LAKE")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
                .replaceAll("silkline \\d[^,\\s]*, Spark [^,\\s]+, Java [\\w.+-]+", "VERSIONS");
    }

    /** {@code text} with ten digits of each number: the last ones of a logarithm differ between Java machines. */
    public static String rounded(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(number -> new BigDecimal(number.group())
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString());
    }
}

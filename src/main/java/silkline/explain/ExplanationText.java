package silkline.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation as lines for a terminal. */
public final class ExplanationText {
    /** Of more inputs only the first are printed. */
    private static final int MOST_INPUTS = 40;

    private static final MathContext DIGITS = new MathContext(12);
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private ExplanationText() {}

    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.key());
        add(lines, "value", (number(explanation.value()) + " " + explanation.unit()).strip());
        add(lines, "meaning", explanation.meaning());
        add(lines, "formula", explanation.formula());
        add(lines, "with", substituted(explanation));
        add(lines, "stored", stored(explanation));
        add(lines, "checked", checked(explanation));
        explanation.notes().forEach(note -> add(lines, "note", note));
        inputs(lines, explanation.inputs());
        for (Explanation.Source source : explanation.sources()) {
            lines.add("  source");
            add(lines, "  dataset", "%s: %s".formatted(source.id(), source.title()));
            add(lines, "  producer", source.producer());
            add(lines, "  licence", source.licence());
            add(lines, "  address", source.url());
        }
        explanation
                .tables()
                .forEach(table -> add(
                        lines,
                        "table",
                        "%s, version %d%s"
                                .formatted(
                                        table.name(),
                                        table.version(),
                                        table.runId().isEmpty() ? "" : ", run " + table.runId())));
        return lines;
    }

    private static void add(List<String> lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.add("  %-10s %s".formatted(name, text));
        }
    }

    private static String stored(Explanation explanation) {
        return explanation.storedIn().isEmpty()
                ? "in no table: the report computes it as it prints"
                : "%s in %s".formatted(number(explanation.stored()), explanation.storedIn());
    }

    private static String checked(Explanation explanation) {
        if (explanation.method() == Explanation.Method.LOOKED_UP) {
            return "";
        }
        String equal = explanation.storedIn().isEmpty()
                ? ""
                : explanation.agrees() ? ", equal to what is stored" : ", NOT what is stored";
        return "computed again from the inputs: " + number(explanation.recomputed()) + equal;
    }

    private static void inputs(List<String> lines, List<Input> inputs) {
        for (Input input : inputs.subList(0, Math.min(MOST_INPUTS, inputs.size()))) {
            String value = "%s = %s %s".formatted(input.name(), number(input.value()), input.unit());
            add(lines, "input", value.strip());
            add(lines, "  key", input.key());
            String about = Stream.of(
                            labelled("period", input.period()),
                            labelled("status", input.status()),
                            labelled("published", input.published()),
                            labelled("dataset", input.datasetId()),
                            labelled("run", input.runId()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
            add(lines, "  from", about);
            add(lines, "  at", input.sourceRef());
        }
        if (inputs.size() > MOST_INPUTS) {
            add(
                    lines,
                    "input",
                    "and %d more; the last line of the output has them all".formatted(inputs.size() - MOST_INPUTS));
        }
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + " " + text;
    }

    /** The formula with numbers for the names; empty where it names no input, one name stands for several, or it was not computed. */
    static String substituted(Explanation explanation) {
        if (explanation.method() == Explanation.Method.LOOKED_UP) {
            return "";
        }
        Set<String> names = new HashSet<>();
        for (Input input : explanation.inputs()) {
            if (!names.add(input.name())) {
                return "";
            }
        }
        Matcher words = WORD.matcher(explanation.formula());
        StringBuilder text = new StringBuilder();
        boolean hasInput = false;
        while (words.find()) {
            String word = words.group();
            hasInput |= names.contains(word);
            String number = explanation.inputs().stream()
                    .filter(input -> input.name().equals(word))
                    .findFirst()
                    .map(input -> bracketed(input.value()))
                    .orElse(word);
            words.appendReplacement(text, Matcher.quoteReplacement(number));
        }
        words.appendTail(text);
        return hasInput ? text + " = " + number(explanation.value()) : "";
    }

    private static String bracketed(double value) {
        return value < 0 ? "(" + number(value) + ")" : number(value);
    }

    /** Twelve digits at most, no exponent; {@code none} where there is no number. */
    public static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "none";
    }
}

package silkline.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import silkline.UserError;
import silkline.quality.Expectations;
import silkline.quality.Rule;
import silkline.quality.Severity;

/** Reads the {@code "quality"} of a {@code dataset.json}; {@code src/docs/quality.md} says what may stand there. */
final class QualityExpectations {
    private static final List<String> FIELDS =
            List.of("rules", "limits", "ranges", "fresh_within_days", "coverage", "min_rows");
    private static final String YEAR = "\\d{4}";

    private final JsonNode quality;
    private final Refusal refusal;

    /** Makes the error that says problem and remedy, and where. */
    @FunctionalInterface
    interface Refusal {
        UserError of(String problem, String remedy);
    }

    private QualityExpectations(JsonNode quality, Refusal refusal) {
        this.quality = quality;
        this.refusal = refusal;
    }

    /** The rules as they are where there is no such section. */
    static Expectations read(JsonNode quality, Refusal refusal) {
        return quality.isMissingNode()
                ? Expectations.DEFAULT
                : new QualityExpectations(quality, refusal).expectations();
    }

    private Expectations expectations() {
        known("quality", quality, FIELDS);
        return new Expectations(severities(), limits(), ranges(), coverage());
    }

    private Map<Rule, Severity> severities() {
        Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
        for (Map.Entry<String, JsonNode> entry : object("rules").properties()) {
            Rule rule = rule(entry.getKey());
            Set<Severity> allowed = rule.scope().allowed();
            Severity severity = Severity.parse(entry.getValue().asText())
                    .filter(allowed::contains)
                    .orElseThrow(() -> refusal.of(
                            "quality: %s cannot be '%s'."
                                    .formatted(rule, entry.getValue().asText()),
                            "Write one of "
                                    + allowed.stream().map(Severity::code).collect(Collectors.joining(", ")) + "."));
            severities.put(rule, severity);
        }
        return severities;
    }

    private Map<Rule, Double> limits() {
        Map<Rule, Double> limits = new EnumMap<>(Rule.class);
        for (Map.Entry<String, JsonNode> entry : object("limits").properties()) {
            Rule rule = rule(entry.getKey());
            if (Double.isNaN(rule.limit())) {
                throw refusal.of("quality: %s has no limit.".formatted(rule), "Take it out of \"limits\".");
            }
            limits.put(rule, positive("limits." + rule, entry.getValue()));
        }
        number("fresh_within_days", Rule.FRESHNESS, limits);
        number("min_rows", Rule.MIN_ROWS, limits);
        return limits;
    }

    private void number(String field, Rule rule, Map<Rule, Double> limits) {
        if (quality.has(field)) {
            limits.put(rule, positive(field, quality.get(field)));
        }
    }

    private List<Expectations.Range> ranges() {
        List<Expectations.Range> ranges = new ArrayList<>();
        for (JsonNode range : quality.path("ranges")) {
            known("quality.ranges", range, List.of("indicator", "min", "max"));
            String indicator = range.path("indicator").asText();
            double low = range.has("min") ? number("ranges.min", range.get("min")) : Double.NEGATIVE_INFINITY;
            double high = range.has("max") ? number("ranges.max", range.get("max")) : Double.POSITIVE_INFINITY;
            if (indicator.isEmpty() || low > high || (!range.has("min") && !range.has("max"))) {
                throw refusal.of(
                        "quality: the range %s is none.".formatted(range),
                        "Write {\"indicator\": \"gdp_growth\", \"min\": -50, \"max\": 100}; one of min and max may be left out.");
            }
            ranges.add(new Expectations.Range(indicator, low, high));
        }
        return ranges;
    }

    private Expectations.Coverage coverage() {
        JsonNode coverage = object("coverage");
        if (coverage.isEmpty()) {
            return Expectations.DEFAULT.coverage();
        }
        known("quality.coverage", coverage, List.of("ref_area", "from", "to"));
        Set<String> areas = new TreeSet<>();
        coverage.path("ref_area").forEach(area -> areas.add(area.asText()));
        String from = coverage.path("from").asText();
        String to = coverage.path("to").asText();
        if (areas.isEmpty() || !from.matches(YEAR) || !to.matches(YEAR) || from.compareTo(to) > 0) {
            throw refusal.of(
                    "quality: the coverage %s is none.".formatted(coverage),
                    "Write {\"ref_area\": [\"KAZ\"], \"from\": \"2010\", \"to\": \"2024\"}.");
        }
        return new Expectations.Coverage(areas, Integer.parseInt(from), Integer.parseInt(to));
    }

    private Rule rule(String code) {
        return Rule.parse(code)
                .orElseThrow(() -> refusal.of(
                        "quality: no rule is called '%s'.".formatted(code),
                        "Known: %s."
                                .formatted(Arrays.stream(Rule.values())
                                        .map(Rule::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private JsonNode object(String field) {
        JsonNode node = quality.path(field);
        if (!node.isMissingNode() && !node.isObject()) {
            throw refusal.of("quality: \"%s\" is not an object.".formatted(field), "Write { ... }.");
        }
        return node;
    }

    private void known(String place, JsonNode node, List<String> fields) {
        if (!node.isObject()) {
            throw refusal.of("%s is not an object.".formatted(place), "Write { ... }.");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw refusal.of(
                        "%s has an unknown field '%s'.".formatted(place, name),
                        "Known: %s.".formatted(String.join(", ", fields)));
            }
        }
    }

    private double positive(String field, JsonNode node) {
        double number = number(field, node);
        if (number <= 0) {
            throw refusal.of("quality: %s is %s.".formatted(field, node), "Write a number above 0.");
        }
        return number;
    }

    private double number(String field, JsonNode node) {
        if (!node.isNumber()) {
            throw refusal.of("quality: %s is %s, which is not a number.".formatted(field, node), "Write a number.");
        }
        return node.asDouble();
    }
}

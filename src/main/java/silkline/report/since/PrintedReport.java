package silkline.report.since;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import silkline.report.ClaimCard;
import silkline.report.Report;
import silkline.report.json.JsonSummary;

/**
 * What a report says in figures and verdicts, in whichever language: of one in hand, or of one that was written earlier.
 *
 * @param values by key, in the base unit; NaN where there is none
 * @param units by key
 * @param verdicts by claim: {@code depends}
 */
public record PrintedReport(
        Report.Run run, Map<String, Double> values, Map<String, String> units, Map<String, String> verdicts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public PrintedReport {
        values = Map.copyOf(values);
        units = Map.copyOf(units);
        verdicts = Map.copyOf(verdicts);
    }

    public static PrintedReport of(Report report) {
        Map<String, Double> values = new TreeMap<>();
        Map<String, String> units = new TreeMap<>();
        report.figures().forEach((key, figure) -> {
            values.put(key, figure.isKnown() ? figure.value() : Double.NaN);
            units.put(key, figure.unit());
        });
        Map<String, String> verdicts = new TreeMap<>();
        report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ClaimCard.class::isInstance)
                .map(ClaimCard.class::cast)
                .forEach(claim -> verdicts.put(claim.id(), claim.verdict().code()));
        return new PrintedReport(report.run(), values, units, verdicts);
    }

    /** Of the text of a {@code summary.json}; empty where it is none, or one of another schema. */
    public static Optional<PrintedReport> parse(String summary) {
        JsonNode root;
        try {
            root = JSON.readTree(summary);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
        boolean isOurs = root.path("schema_version").asInt() == JsonSummary.SCHEMA_VERSION
                && time(root.path("run").path("finished_at").asText()).isPresent();
        if (!isOurs) {
            return Optional.empty();
        }
        Map<String, Double> values = new TreeMap<>();
        Map<String, String> units = new TreeMap<>();
        for (Map.Entry<String, JsonNode> figure : root.path("figures").properties()) {
            String unit = figure.getValue().path("unit").asText();
            if (!unit.isBlank()) { // else somebody wrote into the file
                values.put(figure.getKey(), figure.getValue().path("value").asDouble(Double.NaN));
                units.put(figure.getKey(), unit);
            }
        }
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode section : root.path("sections")) {
            for (JsonNode block : section.path("blocks")) {
                if (block.path("type").asText().equals("claim")) {
                    verdicts.put(
                            block.path("id").asText(), block.path("verdict").asText());
                }
            }
        }
        return Optional.of(new PrintedReport(run(root.path("run")), values, units, verdicts));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Report.Run run(JsonNode run) {
        return new Report.Run(
                run.path("id").asText(),
                run.path("finished_at").asText(),
                run.path("version").asText(),
                run.path("as_of").asText(),
                run.path("lake").asText());
    }

    /** NaN where the report does not have it. */
    public double value(String key) {
        return values.getOrDefault(key, Double.NaN);
    }
}

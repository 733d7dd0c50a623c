package silkline.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import silkline.forecast.ForecastRequest;
import silkline.table.Lake;

/** The effective configuration of a run. */
public record JobSettings(
        String command,
        String datasets,
        String lake,
        String out,
        String asOf,
        String only,
        ForecastRequest forecast,
        Lake.Writing writing,
        String version) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** For {@code audit.run}. */
    public String asJson() {
        return json(new TreeMap<>(Map.of(
                "datasets", datasets,
                "lake", lake,
                "out", out,
                "as_of", asOf,
                "only", only,
                "model", forecast.modelText(),
                "horizon", forecast.horizonText(),
                "level", forecast.levelText(),
                "reconcile", forecast.alongText())));
    }

    /** For the {@code userMetadata} of every commit. */
    public String commitNote(String runId) {
        return json(new TreeMap<>(
                Map.of("run_id", runId, "command", command, "datasets", datasets, "as_of", asOf, "version", version)));
    }

    /** The {@code --as-of} of a {@link #commitNote}; empty where there was none. */
    static String asOf(String commitNote) {
        try {
            return JSON.readTree(commitNote).path("as_of").asText();
        } catch (JsonProcessingException noNote) {
            return "";
        }
    }

    /** The forecasts that {@link #asJson} asked for. */
    static ForecastRequest forecast(String settings) {
        try {
            JsonNode fields = JSON.readTree(settings);
            return ForecastRequest.parse(
                    fields.path("model").asText(),
                    fields.path("horizon").asText(),
                    fields.path("level").asText(),
                    fields.path("reconcile").asText());
        } catch (JsonProcessingException noSettings) {
            throw new IllegalArgumentException(settings, noSettings);
        }
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

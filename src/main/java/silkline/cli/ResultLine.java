package silkline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last line on stdout: one JSON object for whoever started the job. */
final class ResultLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultLine() {}

    /** {@code facts} in the order given, after command and status. */
    static String done(String command, Map<String, Object> facts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("status", "done");
        fields.putAll(facts);
        return json(fields);
    }

    static String failed(String command, int exitCode) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("status", "failed");
        fields.put("exit_code", exitCode);
        return json(fields);
    }

    private static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

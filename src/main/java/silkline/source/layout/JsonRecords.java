package silkline.source.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The flat objects of a JSON document that stand at certain places, each one row, read as a stream. Objects within them
 * give columns such as {@code country.id}; lists within them give none. The columns are the names that any of them has,
 * found in a first pass.
 */
public final class JsonRecords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonRecords() {}

    /** A parser of the bytes of a file, in whichever Unicode encoding they are. */
    static JsonParser open(InputFile file) throws IOException {
        return JSON.getFactory().createParser(file.open());
    }

    /** Reads on to the end of the document, and throws where there is more behind it. */
    static void toEnd(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new BrokenLayout("has text behind the end of its JSON.", BrokenLayout.FETCH_AGAIN);
        }
    }

    /** The records whose path, such as {@code /data/17}, matches. */
    public static NativeRows read(InputFile file, Pattern path) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        each(file, path, record -> record.keySet().forEach(name -> positions.putIfAbsent(name, positions.size())));
        List<String> columns = List.copyOf(positions.keySet());
        return new NativeRows(columns, new PulledRows(PulledRows.reading(() -> rows(file, path, columns, positions))));
    }

    /** Hands over each record whose path matches, from the beginning of the file to its end. */
    static void each(InputFile file, Pattern path, Consumer<Map<String, String>> use) {
        PulledRows.reading(() -> {
            try (JsonParser json = open(file)) {
                while (toRecord(json, path)) {
                    use.accept(record(json));
                }
            }
            return path;
        });
    }

    private static PulledRows.Parser rows(
            InputFile file, Pattern path, List<String> columns, Map<String, Integer> positions) throws IOException {
        JsonParser json = open(file);
        return new PulledRows.Parser() {
            private long count;

            @Override
            public NativeRow next() throws IOException {
                if (!toRecord(json, path)) {
                    return null;
                }
                count++;
                String[] cells = new String[columns.size()];
                record(json).forEach((name, text) -> cells[positions.get(name)] = text);
                return NativeRow.of(count, cells, () -> PulledRows.raw(columns, cells));
            }

            @Override
            public void close() throws IOException {
                json.close();
            }
        };
    }

    /** Goes to the beginning of the next record; false at the end of the document. */
    private static boolean toRecord(JsonParser json, Pattern path) throws IOException {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT
                    && path.matcher(json.getParsingContext()
                                    .getParent()
                                    .pathAsPointer()
                                    .toString())
                            .matches()) {
                return true;
            }
        }
        return false;
    }

    /** The fields of the object that begins here; null is an empty text. */
    static Map<String, String> record(JsonParser json) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        read(json, "", fields);
        return fields;
    }

    private static void read(JsonParser json, String prefix, Map<String, String> fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + json.currentName();
            switch (json.nextToken()) {
                case START_OBJECT -> read(json, name + ".", fields);
                case START_ARRAY -> json.skipChildren();
                case VALUE_NULL -> fields.put(name, "");
                default -> fields.put(name, json.getText());
            }
        }
    }
}

package silkline.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import silkline.UserError;
import silkline.quality.Expectations;
import silkline.series.NumberLocale;
import silkline.series.PublicationDate;
import silkline.source.mapping.Mapping;

/** {@code dataset.json}: who produced a dataset, under which terms, and which files it has. */
public record DatasetManifest(
        String folder,
        String id,
        String title,
        String producer,
        String citation,
        String url,
        String licence,
        String accessed,
        PublicationDate published,
        Release release,
        String format,
        NumberLocale locale,
        String note,
        Mapping mapping,
        Expectations quality,
        List<FileEntry> files)
        implements Serializable {
    public static final String FILE_NAME = "dataset.json";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a release says of observations that it does not have. */
    public enum Release {
        /** Nothing: they stand as they were. */
        PARTIAL,
        /** They are withdrawn. */
        COMPLETE
    }

    /** A file of the dataset and the sha256 that it must have. */
    public record FileEntry(String path, String sha256) implements Serializable {}

    public DatasetManifest {
        files = List.copyOf(files);
    }

    /** Reads the text of {@code <folder>/dataset.json}. */
    public static DatasetManifest parse(String folder, String text) {
        return new Reader(folder, text).manifest();
    }

    /** The full path of one of its files. */
    public String location(FileEntry file) {
        return folder + "/" + file.path();
    }

    /** How messages name one of its files. */
    public String place(FileEntry file) {
        return id + "/" + file.path();
    }

    /** A text that changes whenever the dataset's content, date or completeness does. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder(published.toString());
        if (release == Release.COMPLETE) {
            text.append("\ncomplete");
        }
        files.forEach(file -> text.append('\n').append(file.path()).append(' ').append(file.sha256()));
        return text.toString();
    }

    /** The fields of one manifest, with refusals that say what to write. */
    private static final class Reader {
        private final String folder;
        private final String place;
        private final JsonNode root;

        Reader(String folder, String text) {
            this.folder = folder;
            this.place = folder.substring(folder.lastIndexOf('/') + 1) + "/" + FILE_NAME;
            this.root = tree(text);
        }

        private JsonNode tree(String text) {
            try {
                JsonNode tree = JSON.readTree(text);
                if (!tree.isObject()) {
                    throw contract("is not a JSON object.", "Begin it with { \"id\": ...");
                }
                return tree;
            } catch (JsonProcessingException broken) {
                throw contract(
                        "is not valid JSON (line %d: %s)."
                                .formatted(broken.getLocation().getLineNr(), broken.getOriginalMessage()),
                        "Mend it.");
            }
        }

        DatasetManifest manifest() {
            String id = text("id");
            if (!ID.matcher(id).matches()) {
                throw contract(
                        "id '%s' is not allowed.".formatted(id),
                        "Use lower case letters, digits, - and _, at most 64.");
            }
            return new DatasetManifest(
                    folder,
                    id,
                    text("title"),
                    text("producer"),
                    optional("citation"),
                    optional("url"),
                    text("licence"),
                    text("accessed"),
                    published(text("published_at")),
                    release(optional("release")),
                    text("format"),
                    locale(text("locale")),
                    optional("note"),
                    Mapping.parse(place, root.path("mapping").toString()),
                    QualityExpectations.read(root.path("quality"), this::contract),
                    files());
        }

        private PublicationDate published(String text) {
            return PublicationDate.parse(text)
                    .orElseThrow(() -> contract(
                            "published_at '%s' is not a date.".formatted(text),
                            "Write 2026-04-08, 2026-04, 2026, or ../2026-04-08 for on or before that day."));
        }

        private Release release(String text) {
            return switch (text) {
                case "", "partial" -> Release.PARTIAL;
                case "complete" -> Release.COMPLETE;
                default -> throw contract("release '%s' is not known.".formatted(text), "Write complete or partial.");
            };
        }

        private NumberLocale locale(String text) {
            return NumberLocale.parse(text)
                    .orElseThrow(() -> contract("locale '%s' is not known.".formatted(text), "Write en, de or tr."));
        }

        private List<FileEntry> files() {
            List<FileEntry> files = new ArrayList<>();
            for (JsonNode file : root.path("files")) {
                String path = file.path("path").asText();
                if (!PLAIN_NAME.matcher(path).matches()) {
                    throw contract(
                            "file '%s' is not a plain name.".formatted(path),
                            "Files lie in the dataset's own folder; write the name alone.");
                }
                if (files.stream().anyMatch(other -> other.path().equals(path))) {
                    throw contract("names the file '%s' twice.".formatted(path), "Name it once.");
                }
                files.add(new FileEntry(path, file.path("sha256").asText()));
            }
            if (files.isEmpty()) {
                throw contract("names no file.", "Add \"files\": [{\"path\": ..., \"sha256\": ...}].");
            }
            return files;
        }

        private String text(String field) {
            String text = optional(field);
            if (text.isEmpty()) {
                throw contract("has no \"%s\".".formatted(field), "Add it.");
            }
            return text;
        }

        private String optional(String field) {
            return Optional.ofNullable(root.get(field))
                    .map(JsonNode::asText)
                    .orElse("")
                    .strip();
        }

        private UserError contract(String problem, String remedy) {
            return UserError.contract(place, problem, remedy);
        }
    }
}

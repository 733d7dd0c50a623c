package silkline.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The commits of one table, from the files that the Delta protocol prescribes: {@code _delta_log/<20 digits>.json}. */
final class CommitLog {
    /** The application id of writes that rest on what was read; see {@link #lastTurn}. */
    static final String WRITER = "silkline";

    private static final String NOTE = "userMetadata";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");

    private static final Pattern ROWS_WRITTEN = Pattern.compile("\"numOutputRows\":\"(\\d+)\"");

    private final Path folder;
    private final FileSystem files;

    CommitLog(String table, Configuration hadoop) {
        folder = new Path(table, "_delta_log");
        try {
            files = folder.getFileSystem(hadoop);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The newest version; -1 where nothing was committed yet, even if the folder is there. */
    long latest() {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .map(file -> file.getPath().getName())
                    .filter(name -> COMMIT.matcher(name).matches())
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max()
                    .orElse(-1);
        } catch (FileNotFoundException noTable) {
            return -1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The version of the last commit of {@link #WRITER} up to {@code version}; -1 where there is none. Where the log was
     * cleaned before one was found, the last version that is gone.
     */
    long lastTurn(long version) {
        long at = version;
        while (at >= 0 && exists(at) && find(at, CommitLog::isTurn).isEmpty()) {
            at--;
        }
        return at;
    }

    private static boolean isTurn(String action) {
        return action.startsWith("{\"txn\"") && action.contains("\"appId\":\"" + WRITER + "\"");
    }

    /** The number of rows that the commit after {@code version} with this text in it wrote; empty where there is none. */
    OptionalLong rowsWritten(String text, long version) {
        for (long at = version + 1; exists(at); at++) {
            Optional<String> found = find(at, action -> action.contains(text));
            if (found.isPresent()) {
                Matcher rows = ROWS_WRITTEN.matcher(found.get());
                return OptionalLong.of(rows.find() ? Long.parseLong(rows.group(1)) : 0);
            }
        }
        return OptionalLong.empty();
    }

    /** {@code userMetadata} of the newest commit that has some and is still in the log; empty where none has. */
    String lastNote() {
        String note = "";
        for (long at = latest(); note.isEmpty() && exists(at); at--) {
            note = find(at, action -> action.contains("\"" + NOTE + "\""))
                    .map(CommitLog::note)
                    .orElse("");
        }
        return note;
    }

    private static String note(String commit) {
        try {
            return JSON.readTree(commit).path("commitInfo").path(NOTE).asText();
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private Optional<String> find(long version, Predicate<String> wanted) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(commit(version)), StandardCharsets.UTF_8))) {
            return lines.lines().filter(wanted).findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean exists(long version) {
        try {
            return files.exists(commit(version));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path commit(long version) {
        return new Path(folder, "%020d.json".formatted(version));
    }
}

package silkline.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import silkline.report.since.Comparison;
import silkline.report.since.PrintedReport;

/**
 * The last report in the same folder that says something else. It stays when the same report is written once more, in
 * another language for example.
 *
 * @param text its summary; empty where it is kept already
 */
record Predecessor(Comparison comparison, String text) {
    /** Keeps its summary. */
    static final String FILE = "previous-summary.json";

    /** Of a report to be written to {@code folder} of {@code --out}; empty where there is none of the same lake. */
    static Optional<Predecessor> of(JobSession session, String folder, PrintedReport now) {
        String last = read(session, folder + ReportJob.SUMMARY);
        Optional<Comparison> withLast = compared(last, now);
        if (withLast.isPresent() && !withLast.get().isEmpty()) {
            return Optional.of(new Predecessor(withLast.get(), last));
        }
        return compared(read(session, folder + FILE), now)
                .filter(comparison -> !comparison.isEmpty())
                .map(comparison -> new Predecessor(comparison, ""));
    }

    /** What the report in {@code --out} says differs from its predecessor; empty where nothing does. */
    static Optional<Comparison> ofLast(JobSession session) {
        return PrintedReport.parse(read(session, ReportJob.SUMMARY)).flatMap(now -> compared(read(session, FILE), now));
    }

    private static Optional<Comparison> compared(String summary, PrintedReport now) {
        return PrintedReport.parse(summary)
                .filter(before -> before.run().lake().equals(now.run().lake()))
                .map(before -> Comparison.of(before, now));
    }

    /** The summary to put beside the report. */
    Optional<String> toKeep() {
        return Optional.of(text).filter(summary -> !summary.isEmpty());
    }

    /** The text of a file in {@code --out}; empty where it is not there. */
    private static String read(JobSession session, String name) {
        Path path = new Path(session.settings().out(), name);
        try {
            FileSystem files = path.getFileSystem(session.spark().sparkContext().hadoopConfiguration());
            if (!files.exists(path)) {
                return "";
            }
            try (InputStream text = files.open(path)) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

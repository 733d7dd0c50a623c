package silkline.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import silkline.explain.Explanation;
import silkline.stage.explain.Background;
import silkline.stage.explain.Explainers;
import silkline.stage.explain.TableRows;

/** Explains printed numbers by their keys. */
public final class ExplainJob {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExplainJob() {}

    /** The explanations of {@code keys}, in their order; only reads. */
    public static List<Explanation> run(JobSession session, List<String> keys) {
        return run(session, keys, new LakeRows(session));
    }

    /** As {@link #run(JobSession, List)}, with rows from elsewhere. */
    static List<Explanation> run(JobSession session, List<String> keys, TableRows tables) {
        Background background = new Background(
                tables,
                session.reference(),
                session.run().asOf(),
                session::claimResults,
                JobSettings::forecast,
                printed(session),
                Predecessor.ofLast(session),
                new HashMap<>());
        return keys.stream().map(key -> Explainers.explain(key, background)).toList();
    }

    /** The numbers of the report in {@code --out}; none where there is none. */
    private static Map<String, Double> printed(JobSession session) {
        Path summary = new Path(session.settings().out(), ReportJob.SUMMARY);
        Map<String, Double> printed = new TreeMap<>();
        try {
            FileSystem files =
                    summary.getFileSystem(session.spark().sparkContext().hadoopConfiguration());
            if (files.exists(summary)) {
                try (InputStream text = files.open(summary)) {
                    for (Map.Entry<String, JsonNode> figure :
                            JSON.readTree(text).path("figures").properties()) {
                        printed.put(
                                figure.getKey(), figure.getValue().path("value").asDouble(Double.NaN));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return printed;
    }
}

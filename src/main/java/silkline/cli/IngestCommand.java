package silkline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.IngestJob;
import silkline.job.JobSession;
import silkline.job.RowCounts;

/** Reads the datasets into the silver tables. */
@Command(
        name = "ingest",
        description = "Read the datasets into the silver tables; what says nothing new is not stored again.",
        footer = {"", "Example:", "  silkline ingest --only wdi --lake lake"})
final class IngestCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ingest(session, facts, out());
    }

    /** Ingests, says what became of the rows, and then refuses what is wrong with any dataset. */
    static void ingest(JobSession session, Map<String, Object> facts, PrintWriter out) {
        IngestJob.Result result = IngestJob.run(session);
        summarise(result.counts(), facts, out);
        result.refuseErrors();
    }

    /** One line in words, and the sums for the last line. */
    private static void summarise(List<RowCounts> counts, Map<String, Object> facts, PrintWriter out) {
        long read = counts.stream().mapToLong(RowCounts::read).sum();
        long accepted = counts.stream().mapToLong(RowCounts::accepted).sum();
        long unchanged = counts.stream().mapToLong(RowCounts::unchanged).sum();
        long quarantined = counts.stream().mapToLong(RowCounts::quarantined).sum();
        long deleted = counts.stream().mapToLong(RowCounts::deleted).sum();
        out.printf(
                "%d datasets: %,d rows read = %,d accepted + %,d unchanged + %,d quarantined%n",
                counts.size(), read, accepted, unchanged, quarantined);
        if (quarantined > 0) {
            counts.stream()
                    .filter(c -> c.quarantined() > 0)
                    .forEach(c -> out.printf(
                            "  %s: %,d rows in quarantine; file, line and reason are in silver.quarantine and the report%n",
                            c.datasetId(), c.quarantined()));
        }
        counts.stream()
                .filter(c -> c.deleted() > 0)
                .forEach(c -> out.printf(
                        "  %s: %,d observations withdrawn, since the release no longer has them%n",
                        c.datasetId(), c.deleted()));
        out.flush();
        facts.put("rows_read", read);
        facts.put("rows_accepted", accepted);
        facts.put("rows_unchanged", unchanged);
        facts.put("rows_quarantined", quarantined);
        facts.put("rows_deleted", deleted);
    }
}

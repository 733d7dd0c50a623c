package silkline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import silkline.explain.Explanation;
import silkline.explain.ExplanationText;
import silkline.explain.Input;
import silkline.job.ExplainJob;
import silkline.job.JobSession;

/** Explains printed numbers and computes them again. */
@Command(
        name = "explain",
        description = {
            "Explain numbers of the report by their keys: formula, inputs, sources, tables and versions.",
            "Each is computed again from its inputs; exit code 70 where that gives another number."
        },
        footer = {
            "",
            "The keys are in summary.json, in report.md, and in report.html, where a number shows its key.",
            "",
            "Example:",
            "  silkline explain growth/gdp.A.KAZ._Z._Z._Z.USD._Z.V.N._Z.wdi/2024/yoy_ratio"
        })
final class ExplainCommand extends JobCommand {
    @Parameters(arity = "1..*", paramLabel = "KEY", description = "What names the number in the report.")
    private List<String> keys;

    /** A number that its inputs do not give again. */
    static final class Differs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Differs(String message) {
            super(message);
        }
    }

    @Override
    void run(JobSession session, Map<String, Object> facts) {
        List<Explanation> explanations = ExplainJob.run(session, keys);
        for (Explanation explanation : explanations) {
            ExplanationText.lines(explanation).forEach(out()::println);
            out().println();
        }
        out().flush();
        for (Explanation explanation : explanations) {
            if (!explanation.agrees()) {
                throw new Differs(differs(explanation));
            }
        }
        facts.put(
                "explanations",
                explanations.stream().map(ExplainCommand::fields).toList());
    }

    private static String differs(Explanation explanation) {
        return ("%s: %s is stored in %s, but the inputs give %s. Where something was ingested or computed since, run"
                        + " 'silkline run' again; else it is a bug in silkline: please report it with the lines above.")
                .formatted(
                        explanation.key(),
                        ExplanationText.number(explanation.stored()),
                        explanation.storedIn(),
                        ExplanationText.number(explanation.recomputed()));
    }

    private static Map<String, Object> fields(Explanation explanation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", explanation.key());
        fields.put("value", orNull(explanation.value()));
        fields.put("unit", explanation.unit());
        fields.put("meaning", explanation.meaning());
        fields.put("formula", explanation.formula());
        fields.put("method", explanation.method().name().toLowerCase(java.util.Locale.ROOT));
        fields.put("stored_in", explanation.storedIn());
        fields.put("stored", orNull(explanation.stored()));
        fields.put("recomputed", orNull(explanation.recomputed()));
        fields.put("notes", explanation.notes());
        fields.put(
                "inputs",
                explanation.inputs().stream().map(ExplainCommand::fields).toList());
        fields.put("sources", explanation.sources());
        fields.put("tables", explanation.tables());
        return fields;
    }

    private static Map<String, Object> fields(Input input) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", input.name());
        fields.put("key", input.key());
        fields.put("period", input.period());
        fields.put("value", orNull(input.value()));
        fields.put("unit", input.unit());
        fields.put("status", input.status());
        fields.put("published", input.published());
        fields.put("dataset", input.datasetId());
        fields.put("source_ref", input.sourceRef());
        fields.put("run_id", input.runId());
        return fields;
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}

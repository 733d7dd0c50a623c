package silkline.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an article states, what that means, and what the statistics say about it.
 *
 * @param meaning the claim in typed words: kind, who, with whom, what, when
 * @param explanation one sentence that says why the verdict is what it is
 * @param checks each series and reading that was held against the claim; empty where none fits
 * @param implied what follows from the claim: base, required growth, completed year
 */
public record ClaimCard(
        String id,
        Statement statement,
        String meaning,
        Verdict verdict,
        String explanation,
        List<Check> checks,
        List<Implied> implied)
        implements Block {

    public ClaimCard {
        Ids.requireId(id);
        Objects.requireNonNull(statement, "statement");
        Ids.requireText("meaning", meaning);
        Objects.requireNonNull(verdict, "verdict");
        Ids.requireText("explanation", explanation);
        checks = List.copyOf(checks);
        implied = List.copyOf(implied);
    }

    /** The checks as a table; the verdict stands beside each reading. */
    public Table evidence() {
        List<Column> columns = List.of(
                Column.text("Series"),
                Column.text("Period"),
                Column.text("Reading"),
                Column.numbers("Stated"),
                Column.numbers("Official"),
                Column.numbers("Gap"),
                Column.text("Verdict"));
        return new Table(
                "claim-" + id + "-checks",
                "Claim " + id + " against the statistics",
                columns,
                checks.stream().map(Check::cells).toList());
    }

    @Override
    public Stream<Figure> figures() {
        return Stream.concat(
                checks.stream().flatMap(check -> check.cells().stream()).flatMap(Cell::figures),
                implied.stream().map(Implied::figure));
    }

    @Override
    public Stream<String> ids() {
        return Stream.of("claim-" + id, "claim-" + id + "-checks");
    }

    @Override
    public String kind() {
        return "claim";
    }

    @Override
    public <T> T render(Renderer<T> renderer) {
        return renderer.claim(this);
    }

    /** The few words that carry the figure ({@code words} may be empty), in which language, by whom and when. */
    public record Statement(String words, String language, String outlet, String date) {
        public Statement {
            Stream.of(words, language, outlet, date).forEach(Objects::requireNonNull);
        }
    }

    /** One series and reading; {@code gap} is official against stated. */
    public record Check(
            String reading, String series, String period, Cell stated, Cell official, Cell gap, Verdict verdict) {
        public Check {
            Stream.of(reading, series, period, stated, official, gap, verdict).forEach(Objects::requireNonNull);
        }

        private List<Cell> cells() {
            return List.of(
                    Cell.of(series),
                    Cell.of(period),
                    Cell.of(reading),
                    stated,
                    official,
                    gap,
                    Cell.of(verdict.label()));
        }
    }

    /** A figure that follows from the claim, and what it is: {@code growth still required per year}. */
    public record Implied(String label, Figure figure) {
        public Implied {
            Ids.requireText("label", label);
            Objects.requireNonNull(figure, "figure");
        }
    }

    /** The outcome; shown as symbol and word, never by colour alone. */
    public enum Verdict {
        SUPPORTED("✓", "supported"),
        CONSISTENT("≈", "consistent"),
        CONTRADICTED("✕", "contradicted"),
        DEPENDS("±", "depends on the reading"),
        NOT_CHECKABLE("?", "not checkable"),
        OPEN("…", "open"),
        NO_CLAIM("–", "no claim");

        private final String symbol;
        private final String words;

        Verdict(String symbol, String words) {
            this.symbol = symbol;
            this.words = words;
        }

        public String symbol() {
            return symbol;
        }

        public String words() {
            return words;
        }

        /** Symbol and word: {@code ✓ supported}. */
        public String label() {
            return symbol + " " + words;
        }

        /** As in tables and JSON: {@code not_checkable}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

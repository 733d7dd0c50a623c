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
    public Table evidence(Language language) {
        List<Column> columns = List.of(
                Column.text(language.text("column.series")),
                Column.text(language.text("column.period")),
                Column.text(language.text("column.reading")),
                Column.numbers(language.text("column.stated")),
                Column.numbers(language.text("column.official")),
                Column.numbers(language.text("column.gap")),
                Column.text(language.text("column.verdict")));
        return new Table(
                "claim-" + id + "-checks",
                language.text("claim.evidence", id),
                columns,
                checks.stream().map(check -> check.cells(language)).toList());
    }

    @Override
    public Stream<Figure> figures() {
        return Stream.concat(
                checks.stream()
                        .flatMap(check -> check.cells(Language.ENGLISH).stream())
                        .flatMap(Cell::figures),
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

        private List<Cell> cells(Language language) {
            return List.of(
                    Cell.of(series),
                    Cell.of(period),
                    Cell.of(reading),
                    stated,
                    official,
                    gap,
                    Cell.of(verdict.label(language)));
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
        SUPPORTED("✓"),
        CONSISTENT("≈"),
        CONTRADICTED("✕"),
        DEPENDS("±"),
        NOT_CHECKABLE("?"),
        OPEN("…"),
        NO_CLAIM("–");

        private final String symbol;

        Verdict(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        public String words(Language language) {
            return language.text("verdict." + code());
        }

        /** Symbol and word: {@code ✓ supported}. */
        public String label(Language language) {
            return symbol + " " + words(language);
        }

        /** As in tables and JSON: {@code not_checkable}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package silkline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One place in a table or chart. */
public sealed interface Cell {
    Stream<Figure> figures();

    /** What is printed in {@code column}, piece by piece, so that each number keeps its key. */
    List<Piece> pieces(Column column, Language language);

    /** What is printed in {@code column}. */
    default String text(Column column, Language language) {
        return pieces(column, language).stream().map(Piece::text).collect(Collectors.joining());
    }

    default Status status() {
        return Status.NORMAL;
    }

    /** The middle of what is known, in the base unit; NaN where there is no number. */
    default double value() {
        return Double.NaN;
    }

    static Cell of(String text) {
        return new Text(text);
    }

    static Cell of(Figure figure) {
        return new Value(figure, Status.NORMAL);
    }

    static Cell of(Figure figure, Status status) {
        return new Value(figure, status);
    }

    /** From {@code low} to {@code high}; an infinite end is open. */
    static Cell range(Figure low, Figure high) {
        return new Range(low, high);
    }

    /** As {@link #range}, but {@code low} itself is left out. */
    static Cell rangeAbove(Figure low, Figure high) {
        return new Range(low, high, LowEnd.LEFT_OUT);
    }

    /** No number, and why: {@code BASE_MISSING}; the reason may be empty. */
    static Cell missing(String reason) {
        return new Missing(reason);
    }

    /** Printed words and the figure that they stand for; mere words have an empty key, value and unit. */
    record Piece(String text, String key, String plainValue, String unit) {
        static Piece of(String text, Figure figure) {
            return new Piece(text, figure.key(), figure.plainValue(), figure.unit());
        }

        static Piece of(String words) {
            return new Piece(words, "", "", "");
        }
    }

    record Text(String words) implements Cell {
        public Text {
            Objects.requireNonNull(words, "words");
        }

        @Override
        public Stream<Figure> figures() {
            return Stream.empty();
        }

        @Override
        public List<Piece> pieces(Column column, Language language) {
            return List.of(Piece.of(words));
        }
    }

    record Value(Figure figure, Status status) implements Cell {
        public Value {
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(status, "status");
        }

        @Override
        public Stream<Figure> figures() {
            return Stream.of(figure);
        }

        @Override
        public List<Piece> pieces(Column column, Language language) {
            return List.of(Piece.of(column.text(figure, language), figure));
        }

        @Override
        public double value() {
            return figure.value();
        }
    }

    /** Whether the low end of a range belongs to it. */
    enum LowEnd {
        INCLUDED,
        LEFT_OUT
    }

    record Range(Figure low, Figure high, LowEnd lowEnd) implements Cell {
        /** Stand for the two figures while the words around them are found; no text has them. */
        private static final String LOW = "\u0001";

        private static final String HIGH = "\u0002";
        private static final Pattern BETWEEN = Pattern.compile("(?<=[" + LOW + HIGH + "])|(?=[" + LOW + HIGH + "])");

        /** Both ends included. */
        public Range(Figure low, Figure high) {
            this(low, high, LowEnd.INCLUDED);
        }

        public Range {
            if (low.value() > high.value()) {
                throw new IllegalArgumentException("Range from " + low + " down to " + high);
            }
        }

        @Override
        public Stream<Figure> figures() {
            return Stream.of(low, high);
        }

        @Override
        public List<Piece> pieces(Column column, Language language) {
            List<Piece> pieces = new ArrayList<>();
            if (!low.isKnown()) {
                pieces.add(Piece.of(high.isKnown() ? "" : Numbers.NONE, low));
            }
            String pattern = low.isKnown() || high.isKnown() ? language.text(words(), LOW, HIGH) : "";
            for (String part : BETWEEN.splitAsStream(pattern).toList()) {
                pieces.add(
                        part.equals(LOW)
                                ? Piece.of(column.text(low, language), low)
                                : part.equals(HIGH) ? Piece.of(column.text(high, language), high) : Piece.of(part));
            }
            if (!high.isKnown()) {
                pieces.add(Piece.of("", high));
            }
            return pieces;
        }

        private String words() {
            if (low.isKnown() && high.isKnown()) {
                return "range.between";
            }
            boolean isOver = lowEnd == LowEnd.LEFT_OUT;
            return high.isKnown() ? "range.up_to" : isOver ? "range.over" : "range.at_least";
        }

        @Override
        public double value() {
            return low.isKnown() && high.isKnown()
                    ? (low.value() + high.value()) / 2
                    : low.isKnown() ? low.value() : high.isKnown() ? high.value() : Double.NaN;
        }
    }

    record Missing(String reason) implements Cell {
        public Missing {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Stream<Figure> figures() {
            return Stream.empty();
        }

        @Override
        public List<Piece> pieces(Column column, Language language) {
            return List.of(Piece.of(reason.isEmpty() ? Numbers.NONE : Numbers.NONE + " (" + reason + ")"));
        }
    }
}

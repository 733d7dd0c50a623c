package silkline.source.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.layout.NativeRow;

/** The rule of one cell for the columns of one file: names are positions, and what a text means is looked up once. */
final class BoundCell {
    private final Cell cell;
    private final CellRule rule;
    private final CodeLists codes;
    private final List<String> literals = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final Map<String, Outcome> known = new HashMap<>();

    /** What a text became: the text of the cell and those of others that it fixes, or the sentence that refuses it. */
    record Outcome(String text, String refusal, Map<String, String> others) {
        static Outcome of(String text) {
            return new Outcome(text, "", Map.of());
        }

        static Outcome refused(String sentence) {
            return new Outcome("", sentence, Map.of());
        }
    }

    /** {@code constants} gives names that do not change from row to row, {@code columns} the positions of the others. */
    BoundCell(
            Cell cell,
            CellRule rule,
            CodeLists codes,
            Function<String, Optional<String>> constants,
            ToIntFunction<String> columns) {
        this.cell = cell;
        this.rule = rule;
        this.codes = codes;
        StringBuilder literal = new StringBuilder(rule.text().literals().get(0));
        List<String> names = rule.text().names();
        for (int i = 0; i < names.size(); i++) {
            Optional<String> constant = constants.apply(names.get(i));
            if (constant.isPresent()) {
                literal.append(constant.get());
            } else {
                literals.add(literal.toString());
                literal.setLength(0);
                positions.add(columns.applyAsInt(names.get(i)));
            }
            literal.append(rule.text().literals().get(i + 1));
        }
        literals.add(literal.toString());
    }

    Cell cell() {
        return cell;
    }

    /** The text of the cell in this row, before anything is looked up. */
    String text(NativeRow row) {
        if (positions.isEmpty()) {
            return literals.get(0);
        }
        if (positions.size() == 1
                && literals.get(0).isEmpty()
                && literals.get(1).isEmpty()) {
            return row.cell(positions.get(0)).strip();
        }
        StringBuilder filled = new StringBuilder(literals.get(0));
        for (int i = 0; i < positions.size(); i++) {
            filled.append(row.cell(positions.get(i))).append(literals.get(i + 1));
        }
        return filled.toString().strip();
    }

    Outcome outcome(NativeRow row) {
        String text = text(row);
        return rule.isPlain() ? Outcome.of(text) : known.computeIfAbsent(text, this::meaning);
    }

    private Outcome meaning(String text) {
        String meant = rule.map().get(text);
        if (meant != null) {
            return Outcome.of(meant);
        }
        if (!rule.codes().isEmpty()) {
            return translated(text);
        }
        if (!rule.indicators().isEmpty()) {
            return indicator(text);
        }
        String any = rule.map().get(CellRule.ANY);
        return any != null
                ? Outcome.of(any)
                : Outcome.refused("%s '%s' is not in the mapping; it has %s"
                        .formatted(
                                cell.column(),
                                text,
                                String.join(", ", rule.map().keySet())));
    }

    private Outcome translated(String text) {
        if (text.isEmpty()) {
            return Outcome.of(""); // the parser says what is missing, or takes what an empty cell means
        }
        return codes.translate(rule.codes(), text)
                .map(Outcome::of)
                .orElseGet(() -> Outcome.refused(codes.unknown(cell.column(), rule.codes(), text)));
    }

    /** One of our indicators with all that it fixes, or the office's own under its name, where it bears none yet. */
    private Outcome indicator(String text) {
        return codes.indicator(rule.indicators(), text)
                .map(cells -> new Outcome(cells.getOrDefault(cell.column(), ""), "", cells))
                .orElseGet(() -> Outcome.of(
                        text.isEmpty() || text.indexOf(':') >= 0 ? text : rule.indicators() + ":" + plain(text)));
    }

    /** Dimensions have no dots. */
    private static String plain(String code) {
        return code.replace('.', '_').replace(' ', '_');
    }
}

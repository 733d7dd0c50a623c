package silkline.report.since;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.ClaimCard;
import silkline.report.Language;
import silkline.report.Note;
import silkline.report.Report;
import silkline.report.Table;

/** Where each figure stands in a report, in words: {@code Kazakhstan, wdi, 2024: Year on year}. */
public final class FigurePlaces {
    private static final int MOST_WORDS = 4;

    private final Map<String, String> labels = new HashMap<>();
    private final Language language;

    private FigurePlaces(Language language) {
        this.language = language;
    }

    public static FigurePlaces of(Report report) {
        FigurePlaces places = new FigurePlaces(report.language());
        List<Block> blocks = report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .toList();
        blocks.forEach(block -> block.render(places.new Tables()));
        blocks.forEach(block -> block.render(places.new Charts()));
        return places;
    }

    /** Its place, or else its key. */
    public String label(String key) {
        return labels.getOrDefault(key, key);
    }

    private void add(String about, Table table) {
        for (List<Cell> row : table.rows()) {
            List<String> words = new ArrayList<>(about.isEmpty() ? List.of() : List.of(about));
            IntStream.range(0, row.size())
                    .filter(i -> !table.columns().get(i).isNumeric())
                    .mapToObj(i -> row.get(i).text(table.columns().get(i), language))
                    .filter(text -> !text.isBlank())
                    .limit(MOST_WORDS)
                    .forEach(words::add);
            String place = words.stream().distinct().collect(Collectors.joining(", "));
            for (int i = 0; i < row.size(); i++) {
                String column = table.columns().get(i).name();
                row.get(i).figures().forEach(figure -> labels.putIfAbsent(figure.key(), place + ": " + column));
            }
        }
    }

    /** What stands in tables has the better names; charts say the rest. */
    private class Tables implements Block.Renderer<Void> {
        @Override
        public Void note(Note note) {
            return null;
        }

        @Override
        public Void table(Table table) {
            add("", table);
            return null;
        }

        @Override
        public Void chart(Chart chart) {
            return null;
        }

        @Override
        public Void claim(ClaimCard claim) {
            String name = language.text("column.claim") + " " + claim.id();
            add(name, claim.evidence(language));
            claim.implied()
                    .forEach(implied -> labels.putIfAbsent(
                            implied.figure().key(),
                            name + ": " + implied.label().replaceFirst(": .*", "")));
            return null;
        }
    }

    private final class Charts extends Tables {
        @Override
        public Void table(Table table) {
            return null;
        }

        @Override
        public Void chart(Chart chart) {
            add(chart.title(), chart.data(language));
            return null;
        }

        @Override
        public Void claim(ClaimCard claim) {
            return null;
        }
    }
}

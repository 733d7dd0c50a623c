package silkline.source.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silkline.series.CodeLists;
import silkline.source.layout.BrokenLayout;
import silkline.source.layout.InputFile;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.layout.XlsxWorkbook;
import silkline.source.layout.XlsxWorkbook.SheetRow;
import silkline.source.mapping.Mapping;

/**
 * The workbook "Exports and Imports by Areas and Countries" that the IMF's Direction of Trade Statistics gave out for one
 * country: a sheet of exports (FOB) and one of imports (CIF), a partner a row, a year a column, estimates marked
 * {@code 13.28 e}. A row that repeats an earlier one of its sheet whole, as Australia's does, is left out. A line is the row of its sheet. Up to 64 MB; the IMF's have 0.1 MB.
 *
 * @see <a href="https://data.imf.org/DOT">Direction of Trade Statistics</a>
 */
public final class ImfDotsXlsx implements TreeFormat {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of("country", "flow", "valuation", "scale", "counterpart", "period", "value", "flag", "repeats");

    private static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {"indicator": "goods_trade", "ref_area": {"text": "{country}", "codes": "area/name"},
              "flow": {"text": "{flow}", "map": {"Exports": "X", "Imports": "M"}},
              "counterpart_area": {"text": "{counterpart}", "codes": "area/name"}, "product": "TOTAL",
              "unit_measure": "USD", "unit_mult": {"text": "{scale}", "map": {"Millions": "6", "Thousands": "3",
              "Billions": "9", "Units": "0"}}, "valuation": "{valuation}", "prices": "V", "basis": "customs",
              "time_period": "{period}", "obs_value": "{value}",
              "obs_status": {"text": "{flag}", "map": {"": "A", "e": "E"}}},
             "keep": {"repeats": [""]}}
            """);

    private static final Pattern TITLE = Pattern.compile("(Exports|Imports), (FOB|CIF) .*");
    private static final Pattern UNIT = Pattern.compile("US Dollars, (\\w+)");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(?:Q[1-4]|M(?:0[1-9]|1[0-2]))?");
    private static final Pattern VALUE = Pattern.compile("(\\S+) ([a-z])");

    /** The columns of a sheet: A is a margin, B the partner, the periods follow. */
    private static final int NAMES = 1;

    private static final int FIRST_PERIOD = 2;

    @Override
    public String id() {
        return "imf-dots-xlsx";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        return new Reading(new NativeRows(COLUMNS, new Cells(XlsxWorkbook.rows(file))), MAPPING);
    }

    /** Cell by cell, with what the head of the sheet says of all its cells. */
    private static final class Cells implements Iterator<NativeRow> {
        private final Iterator<SheetRow> rows;
        private final List<String> head = new ArrayList<>();
        private final List<NativeRow> ready = new ArrayList<>();
        private String sheet = "";
        private final Map<String, SheetRow> seen = new HashMap<>();
        private List<String> about = List.of();
        private List<String> periods = List.of();
        private int next;

        Cells(Iterator<SheetRow> rows) {
            this.rows = rows;
            if (!hasNext()) {
                throw notOne("no sheet has a title, a country, a unit and years");
            }
        }

        @Override
        public boolean hasNext() {
            while (next == ready.size() && rows.hasNext()) {
                ready.clear();
                next = 0;
                read(rows.next());
            }
            return next < ready.size();
        }

        @Override
        public NativeRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.get(next++);
        }

        private void read(SheetRow row) {
            if (!row.sheet().equals(sheet)) {
                sheet = row.sheet();
                head.clear();
                seen.clear();
                periods = List.of();
            }
            String name = row.cell(NAMES).strip();
            boolean hasCells = row.cells().stream().skip(FIRST_PERIOD).anyMatch(cell -> !cell.isBlank());
            if (!periods.isEmpty()) {
                addCells(row, name);
            } else if (hasCells) {
                readHead(row);
            } else if (!name.isEmpty()) {
                head.add(name);
            }
        }

        /** The row of years, below title, country and unit. */
        private void readHead(SheetRow row) {
            Matcher title = TITLE.matcher(head.isEmpty() ? "" : head.get(0));
            Matcher unit = UNIT.matcher(head.isEmpty() ? "" : head.get(head.size() - 1));
            if (head.size() != 3 || !title.matches() || !unit.matches()) {
                throw notOne("above the years of sheet '%s' stands '%s'".formatted(sheet, String.join("', '", head)));
            }
            periods = row.cells().stream().skip(FIRST_PERIOD).map(String::strip).toList();
            periods.stream()
                    .filter(period -> !PERIOD.matcher(period).matches())
                    .findFirst()
                    .ifPresent(period -> {
                        throw notOne(
                                "a column of sheet '%s' is headed '%s', which is no period".formatted(sheet, period));
                    });
            about = List.of(head.get(1), title.group(1), title.group(2), unit.group(1));
        }

        private void addCells(SheetRow row, String counterpart) {
            SheetRow earlier = seen.putIfAbsent(counterpart, row);
            boolean repeats = earlier != null && earlier.cells().equals(row.cells());
            String repeated = repeats ? "row %d".formatted(earlier.row()) : "";
            for (int column = FIRST_PERIOD; column < row.cells().size(); column++) {
                String text = row.cell(column).strip();
                int position = column - FIRST_PERIOD;
                if (text.isEmpty()) {
                    continue;
                }
                String raw = "%s, row %d: %s, %s".formatted(sheet, row.row(), counterpart, text);
                if (position >= periods.size() || counterpart.isEmpty()) {
                    ready.add(NativeRow.broken(row.row(), "a value without partner or year", () -> raw));
                    continue;
                }
                Matcher marked = VALUE.matcher(text);
                boolean isMarked = marked.matches();
                List<String> cells = new ArrayList<>(about);
                cells.addAll(List.of(
                        counterpart,
                        periods.get(position),
                        isMarked ? marked.group(1) : text,
                        isMarked ? marked.group(2) : "",
                        repeated));
                ready.add(NativeRow.of(row.row(), cells.toArray(String[]::new), () -> raw));
            }
        }

        private static BrokenLayout notOne(String found) {
            return new BrokenLayout(
                    "is not the IMF's workbook of trade by country: %s.".formatted(found),
                    "Fetch \"Exports and Imports by Areas and Countries\", or save the sheet as CSV with a mapping"
                            + " (format csv).");
        }
    }
}

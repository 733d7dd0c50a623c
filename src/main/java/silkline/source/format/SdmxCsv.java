package silkline.source.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import silkline.series.Cell;
import silkline.source.DatasetManifest;
import silkline.source.Files;
import silkline.source.layout.CsvDialect;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * SDMX-CSV 1.0, 2.0 and 2.1 (https://github.com/sdmx-twg/sdmx-csv) as written by Eurostat, ECB, OECD, BIS, IMF and Data360: codes
 * alone, codes with labels in the same cell ({@code A: Annual}) or in a column of their own, any delimiter. Files of any
 * size. What the concepts become says {@link SdmxConcepts}. The header does not tell dimensions from attributes: what
 * stands before {@code TIME_PERIOD} is taken for a dimension, but for common attributes. Rows that delete
 * ({@code ACTION} = {@code D}) withdraw the observation that they name; see {@link SdmxAction}.
 */
public final class SdmxCsv implements OfficialCsv {
    private static final long serialVersionUID = 1L;

    private static final Set<String> SPECIAL =
            Set.of("STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "DATAFLOW", "SERIES_KEY", "OBS_KEY", "KEY");
    private static final String LABEL = "_LABEL";
    private static final Pattern FIRST =
            Pattern.compile("\"?(?:STRUCTURE|DATAFLOW|KEY)(?:\\[.])?\"?([^A-Za-z0-9_\\[\"]).*");
    private static final Pattern COLUMN = Pattern.compile("([^:\\[]*)(?:\\[[^]]*])?(:.*)?", Pattern.DOTALL);

    @Override
    public String id() {
        return "sdmx-csv";
    }

    @Override
    public String layouts() {
        return "SDMX-CSV with the columns TIME_PERIOD and OBS_VALUE";
    }

    @Override
    public boolean hasOtherLocales() {
        return true;
    }

    @Override
    public CsvDialect dialect(DatasetManifest dataset, String location, Configuration hadoop) {
        return dataset.mapping()
                .dialect()
                .orElseGet(() -> new CsvDialect(delimiter(location, hadoop), 0, "", CsvDialect.PLAIN.encoding()));
    }

    /** What follows the name of the first column. */
    private static char delimiter(String location, Configuration hadoop) {
        try (BufferedReader text =
                new BufferedReader(Files.text(Files.plain(location, hadoop), CsvDialect.PLAIN.charset()))) {
            char[] start = new char[64];
            int read = Math.max(0, text.read(start));
            Matcher first =
                    FIRST.matcher(new String(start, 0, read).lines().findFirst().orElse(""));
            return first.matches() && first.group(1).charAt(0) < 128
                    ? first.group(1).charAt(0)
                    : ',';
        } catch (IOException unreadable) {
            return ','; // the contract says what is wrong with the file
        }
    }

    @Override
    public Optional<Reading> reading(NativeRows rows, Source source) {
        Columns columns = Columns.of(rows.columns());
        Mapping own = source.dataset().mapping();
        boolean hasTime = columns.has("TIME_PERIOD") || own.names(Cell.TIME_PERIOD);
        boolean hasValue = columns.has("OBS_VALUE") || own.names(Cell.OBS_VALUE);
        if (!hasTime || !hasValue) {
            return Optional.empty();
        }
        int structure = columns.ids().indexOf(SdmxConcepts.STRUCTURE);
        List<NativeRow> first = new ArrayList<>();
        if (rows.rows().hasNext()) {
            first.add(columns.codes(rows.rows().next()));
        }
        String stated = structure < 0 || first.isEmpty() ? "" : first.get(0).cell(structure);
        NativeRows all =
                new NativeRows(columns.ids(), rows.rows()).map(columns::codes).after(first);
        SdmxConcepts concepts = SdmxConcepts.of(columns.ids(), columns.dimensions(), stated, source.codes(), own);
        return Optional.of(new Reading(concepts.rows(all), concepts.mapping()));
    }

    /** The ids in a header, empty for the names of codes, and which cells hold {@code code: name}. */
    private record Columns(List<String> ids, List<Boolean> areLabelled) {
        static Columns of(List<String> header) {
            List<String> ids = new ArrayList<>();
            List<Boolean> areLabelled = new ArrayList<>();
            boolean haveNames = header.contains("STRUCTURE_NAME");
            boolean isName = false;
            for (String column : header) {
                Matcher parts = COLUMN.matcher(column);
                String id = parts.matches() ? parts.group(1).strip() : column;
                boolean isStructure = id.equals("DATAFLOW") || id.equals(SdmxConcepts.STRUCTURE);
                boolean isOfPair = haveNames && !SPECIAL.contains(id);
                boolean isLabel = isName || (id.endsWith(LABEL) && ids.contains(id.substring(0, id.lastIndexOf('_'))));
                isName = isOfPair && !isName;
                ids.add(isLabel ? "" : (id.equals("DATAFLOW") ? SdmxConcepts.STRUCTURE : id));
                areLabelled.add(isStructure || (parts.matches() && parts.group(2) != null));
            }
            return new Columns(ids, areLabelled);
        }

        boolean has(String id) {
            return ids.stream().anyMatch(id::equalsIgnoreCase);
        }

        /** What stands before the time, or the value where no column is called the time, but for common attributes. */
        List<String> dimensions() {
            List<String> upper =
                    ids.stream().map(id -> id.toUpperCase(Locale.ROOT)).toList();
            int end = upper.indexOf(has("TIME_PERIOD") ? "TIME_PERIOD" : "OBS_VALUE");
            return ids.subList(0, end < 0 ? ids.size() : end).stream()
                    .filter(id -> !id.isEmpty() && !SPECIAL.contains(id) && !id.equalsIgnoreCase("OBS_VALUE"))
                    .filter(id -> !SdmxConcepts.isAttribute(id))
                    .toList();
        }

        /** A deletion marks the values and attributes that it deletes; where it marks none, all of them are meant. */
        private boolean deletesAttributesAlone(String[] cells) {
            Set<String> others = new HashSet<>(SPECIAL);
            others.addAll(dimensions());
            others.addAll(List.of("", "TIME_PERIOD"));
            int value = ids.indexOf("OBS_VALUE");
            return (value < 0 || cells[value].isBlank())
                    && IntStream.range(0, cells.length)
                            .anyMatch(i -> !others.contains(ids.get(i)) && !cells[i].isBlank());
        }

        NativeRow codes(NativeRow row) {
            if (!row.problem().isEmpty()) {
                return row;
            }
            String[] cells = new String[ids.size()];
            for (int i = 0; i < cells.length; i++) {
                String cell = row.cell(i);
                int label = areLabelled.get(i) ? cell.indexOf(": ") : -1;
                cells[i] = label < 0 ? cell : cell.substring(0, label);
            }
            int action = ids.indexOf(SdmxAction.COLUMN);
            if (action >= 0 && cells[action].strip().equals("D") && deletesAttributesAlone(cells)) {
                cells[action] = SdmxAction.DELETE_ATTRIBUTES;
            }
            return NativeRow.of(row.line(), cells, row.raw());
        }
    }
}

package silkline.source.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * The observations of an SDMX-ML data message: generic or structure-specific, by series, flat or by section, 2.0 to 3.0.
 * A first pass finds the columns and the attributes of groups, which are held in memory; a second gives the rows.
 */
public final class SdmxXmlRows {
    private SdmxXmlRows() {}

    public static SdmxRows read(InputFile file) {
        return PulledRows.reading(() -> {
            Survey survey = new Survey(file);
            List<String> columns = List.copyOf(survey.columns);
            return new SdmxRows(
                    new NativeRows(columns, new PulledRows(new Observations(file, columns, survey.groups))),
                    List.copyOf(survey.dimensions),
                    survey.structure);
        });
    }

    /** What the first pass finds. */
    private static final class Survey {
        private final Set<String> columns = new LinkedHashSet<>(List.of(SdmxRows.STRUCTURE));
        private final Set<String> dimensions = new LinkedHashSet<>();
        private final SdmxGroups groups = new SdmxGroups();
        private String structure = "";

        Survey(InputFile file) throws IOException, XMLStreamException {
            List<Map<String, String>> unkeyed = new ArrayList<>();
            try (SdmxXmlReader reader = new SdmxXmlReader(file)) {
                while (reader.next()) {
                    if (structure.isEmpty()) {
                        structure = reader.structure();
                    }
                    columns.addAll(reader.found().keySet());
                    columns.addAll(reader.dataset().keySet());
                    if (reader.isGroup() && reader.groupKey().isEmpty()) {
                        unkeyed.add(new LinkedHashMap<>(reader.found()));
                    } else if (reader.isGroup()) {
                        groups.add(reader.groupKey(), new HashMap<>(reader.found()));
                    }
                }
                dimensions.addAll(reader.dimensions());
            }
            unkeyed.forEach(this::addGroup);
        }

        /** In structure-specific messages the key of a group is what series have too. */
        private void addGroup(Map<String, String> group) {
            Map<String, String> key = new LinkedHashMap<>(group);
            key.keySet().retainAll(dimensions);
            groups.add(key, group);
        }
    }

    private static final class Observations implements PulledRows.Parser {
        private final SdmxXmlReader reader;
        private final List<String> columns;
        private final Map<String, Integer> positions = new HashMap<>();
        private final SdmxGroups groups;
        private long count;

        Observations(InputFile file, List<String> columns, SdmxGroups groups) throws IOException, XMLStreamException {
            this.reader = new SdmxXmlReader(file);
            this.columns = columns;
            this.groups = groups;
            columns.forEach(column -> positions.put(column, positions.size()));
        }

        @Override
        public NativeRow next() throws XMLStreamException {
            do {
                if (!reader.next()) {
                    return null;
                }
            } while (reader.isGroup());
            count++;
            Map<String, String> observation = reader.found();
            groups.complete(observation);
            reader.dataset().forEach(observation::putIfAbsent);
            String[] cells = new String[columns.size()];
            cells[0] = reader.structure();
            observation.forEach((name, text) -> cells[positions.get(name)] = text);
            return NativeRow.of(count, cells, () -> PulledRows.raw(columns, cells));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

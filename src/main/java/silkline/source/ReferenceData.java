package silkline.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Widths;
import silkline.series.CodeLists;
import silkline.series.Place;

/** The code lists: file by file that of {@code <datasets>/reference} where there is one, else the one in the jar. */
public final class ReferenceData {
    /** Digits of a heading of the Harmonized System. */
    private static final int HEADING = 4;

    private static final Set<String> AGGREGATE_TYPES = Set.of("aggregate", "rest");

    /** Languages other than English that the list of areas has names in. */
    private static final List<String> TRANSLATED = List.of("de", "tr");

    private final CodeLists codes;
    private final Map<String, String> areaNames = new TreeMap<>();
    private final Map<String, String> indicatorTitles = new TreeMap<>();
    private final Set<String> aggregates = new TreeSet<>();
    private final Set<String> currencies = new TreeSet<>();
    private final List<Membership> memberships;
    private final Map<String, List<String>> lookAlikes = new TreeMap<>();
    private final Widths widths;
    private final Map<String, Place> capitals = new TreeMap<>();

    /** {@code member} belongs to {@code group} from {@code from} to {@code to}, both included. */
    public record Membership(String group, String member, LocalDate from, LocalDate to) {}

    private ReferenceData(Map<String, List<CSVRecord>> files) {
        Map<String, Set<String>> lists = new HashMap<>();
        for (CSVRecord area : files.get("areas.csv")) {
            add(lists, CodeLists.AREA, area.get("code"));
            areaNames.put(area.get("code"), area.get("name_en"));
            TRANSLATED.forEach(
                    language -> areaNames.put(language + "." + area.get("code"), area.get("name_" + language)));
            if (AGGREGATE_TYPES.contains(area.get("type"))) {
                aggregates.add(area.get("code"));
            }
        }
        for (CSVRecord indicator : files.get("indicators.csv")) {
            add(lists, CodeLists.INDICATOR, indicator.get("code"));
            indicatorTitles.put(indicator.get("code"), indicator.get("title"));
        }
        for (CSVRecord unit : files.get("units.csv")) {
            add(lists, CodeLists.UNIT, unit.get("code"));
            if (unit.get("dimension").equals("currency")) {
                currencies.add(unit.get("code"));
            }
        }
        files.get("codes.csv").forEach(code -> add(lists, code.get("list"), code.get("code")));
        files.get("capitals.csv").forEach(this::addCapital);
        Map<String, Map<String, String>> translations = Translations.of(files, lists);
        addProducts(files.get("products.csv.gz"), lists);
        for (CSVRecord pair : files.get("look_alikes.csv")) {
            lookAlikes
                    .computeIfAbsent(pair.get("indicator"), key -> new ArrayList<>())
                    .add(pair.get("not_to_be_taken_for"));
        }
        memberships = List.copyOf(Memberships.of(files.get("groups.csv")));
        widths = WidthsFile.of(files.get("widths.csv"));
        codes = CodeLists.of(lists, translations, nativeIndicators(files.get("indicator_map.csv")));
    }

    /**
     * The edition of 2022 is known code by code, that of 1992 by its headings: a code under a heading that came later is
     * none of it. A code of another edition must be in any of them.
     */
    private static void addProducts(List<CSVRecord> products, Map<String, Set<String>> lists) {
        Set<String> laterHeadings = new TreeSet<>();
        for (CSVRecord product : products) {
            String classification = product.get("classification");
            String code = product.get("code");
            add(lists, CodeLists.PRODUCT + classification, code);
            if (classification.equals("HS") && product.get("version").endsWith("2022")) {
                add(lists, CodeLists.PRODUCT + "HS22", code);
                if (code.length() == HEADING && product.get("version").equals("2022")) {
                    laterHeadings.add(code);
                }
            }
        }
        Set<String> anyEdition = lists.get(CodeLists.PRODUCT + "HS");
        anyEdition.stream()
                .filter(code -> code.length() < HEADING || !laterHeadings.contains(code.substring(0, HEADING)))
                .forEach(code -> add(lists, CodeLists.PRODUCT + "HS92", code));
        lists.get(CodeLists.CLASSIFICATION).stream()
                .filter(classification -> classification.startsWith("HS"))
                .forEach(edition -> lists.putIfAbsent(CodeLists.PRODUCT + edition, anyEdition));
    }

    private static Map<String, Map<String, String>> nativeIndicators(List<CSVRecord> rows) {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (CSVRecord row : rows) {
            Map<String, String> cells = new HashMap<>(row.toMap());
            cells.keySet().removeAll(Set.of("source", "code", "title"));
            cells.values().removeIf(String::isEmpty);
            all.put(row.get("source") + "/" + row.get("code"), cells);
        }
        return all;
    }

    private void addCapital(CSVRecord row) {
        double latitude = Double.parseDouble(row.get("latitude"));
        double longitude = Double.parseDouble(row.get("longitude"));
        capitals.put(row.get("code"), new Place(latitude, longitude));
    }

    public static ReferenceData load(SparkSession spark, String datasets) {
        return load(spark.sparkContext().hadoopConfiguration(), datasets);
    }

    /** As {@link #load(SparkSession, String)}, which needs no more of a session. */
    public static ReferenceData load(Configuration hadoop, String datasets) {
        return new ReferenceData(ReferenceFiles.of(datasets, hadoop));
    }

    /** The code lists in the jar, which need no file system. */
    public static ReferenceData shipped() {
        return new ReferenceData(ReferenceFiles.shipped());
    }

    public CodeLists codes() {
        return codes;
    }

    /** The English name of an area; the code of a group, which is how it is known, and of what has no name. */
    public String areaName(String code) {
        return memberships.stream().anyMatch(m -> m.group().equals(code)) ? code : areaNames.getOrDefault(code, code);
    }

    /** As {@link #areaName(String)} in the language of a code such as {@code de}; in English where it has no name there. */
    public String areaName(String code, String language) {
        String english = areaName(code);
        String name = areaNames.getOrDefault(language + "." + code, "");
        return english.equals(code) || name.isEmpty() ? english : name;
    }

    /** The codes of all indicators. */
    public Set<String> indicators() {
        return Set.copyOf(indicatorTitles.keySet());
    }

    public String indicatorTitle(String code) {
        return indicatorTitles.getOrDefault(code, code);
    }

    /** Codes of the world, of groups and of rests: no sum adds them to their parts. */
    public Set<String> aggregates() {
        return Set.copyOf(aggregates);
    }

    /** Codes of units that are money. */
    public Set<String> currencies() {
        return Set.copyOf(currencies);
    }

    /** How far the words around a stated figure stretch. */
    public Widths widths() {
        return widths;
    }

    /** By indicator: others that are easily taken for it. */
    public Map<String, List<String>> lookAlikes() {
        return Map.copyOf(lookAlikes);
    }

    /** Aggregates and groups: what they hold is not to be added to them. */
    public Set<String> areasThatHoldOthers() {
        Set<String> areas = new TreeSet<>(aggregates);
        memberships.forEach(membership -> areas.add(membership.group()));
        return areas;
    }

    public List<Membership> memberships() {
        return memberships;
    }

    /** Where the capitals lie, by area. */
    public Map<String, Place> capitals() {
        return Map.copyOf(capitals);
    }

    private static void add(Map<String, Set<String>> lists, String list, String code) {
        lists.computeIfAbsent(list, key -> new TreeSet<>()).add(code);
    }
}

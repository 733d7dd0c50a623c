package silkline.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import silkline.UserError;
import silkline.claim.Widths;
import silkline.series.CodeLists;
import silkline.series.Place;

/** The code lists: file by file that of {@code <datasets>/reference} where there is one, else the one in the jar. */
public final class ReferenceData {
    private static final String SHIPPED = "/silkline/reference/";
    /** Digits of a heading of the Harmonized System. */
    private static final int HEADING = 4;

    private static final List<String> FILES = List.of(
            "areas.csv",
            "aliases.csv",
            "groups.csv",
            "products.csv.gz",
            "indicators.csv",
            "indicator_map.csv",
            "units.csv",
            "codes.csv",
            "widths.csv",
            "look_alikes.csv",
            "capitals.csv");
    private static final Set<String> AGGREGATE_TYPES = Set.of("aggregate", "rest");

    private final CodeLists codes;
    /** Languages other than English that the list of areas has names in. */
    private static final List<String> TRANSLATED = List.of("de", "tr");

    private final Map<String, String> areaNames = new TreeMap<>();
    private final Map<String, String> indicatorTitles = new TreeMap<>();
    private final Set<String> aggregates = new TreeSet<>();
    private final Set<String> currencies = new TreeSet<>();
    private final List<Membership> memberships = new ArrayList<>();
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
        files.get("groups.csv").forEach(this::addMembership);
        files.get("capitals.csv").forEach(this::addCapital);
        Map<String, Map<String, String>> translations = Translations.of(files, lists);
        addProducts(files.get("products.csv.gz"), lists);
        for (CSVRecord pair : files.get("look_alikes.csv")) {
            lookAlikes
                    .computeIfAbsent(pair.get("indicator"), key -> new ArrayList<>())
                    .add(pair.get("not_to_be_taken_for"));
        }
        widths = widths(files.get("widths.csv"));
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

    /** Memberships that follow each other without a day between them are one: the status changed, not the group. */
    private void addMembership(CSVRecord row) {
        LocalDate from = date(row.get("valid_from"), LocalDate.of(1, 1, 1), false);
        LocalDate to = date(row.get("valid_to"), LocalDate.of(9999, 12, 31), true);
        Membership last = memberships.isEmpty() ? null : memberships.get(memberships.size() - 1);
        boolean goesOn = last != null
                && last.group().equals(row.get("group"))
                && last.member().equals(row.get("member"))
                && last.to().plusDays(1).equals(from);
        if (goesOn) {
            memberships.set(memberships.size() - 1, new Membership(last.group(), last.member(), last.from(), to));
        } else {
            memberships.add(new Membership(row.get("group"), row.get("member"), from, to));
        }
    }

    public static ReferenceData load(SparkSession spark, String datasets) {
        return load(spark.sparkContext().hadoopConfiguration(), datasets);
    }

    /** As {@link #load(SparkSession, String)}, which needs no more of a session. */
    public static ReferenceData load(Configuration hadoop, String datasets) {
        Map<String, List<CSVRecord>> files = new HashMap<>();
        try {
            Path own = new Path(datasets, "reference");
            for (String name : FILES) {
                Path file = new Path(own, name);
                boolean isOwn = file.getFileSystem(hadoop).exists(file);
                try (Reader text = isOwn ? open(file.toString(), hadoop) : shipped(name);
                        CSVParser parser = Csv.FORMAT.parse(text)) {
                    files.put(name, parser.getRecords());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ReferenceData(files);
    }

    /** The code lists in the jar, which need no file system. */
    public static ReferenceData shipped() {
        Map<String, List<CSVRecord>> files = new HashMap<>();
        try {
            for (String name : FILES) {
                try (Reader text = shipped(name);
                        CSVParser parser = Csv.FORMAT.parse(text)) {
                    files.put(name, parser.getRecords());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ReferenceData(files);
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

    private static Widths widths(List<CSVRecord> rows) {
        Map<String, String> ratios = new HashMap<>();
        rows.forEach(row -> ratios.put(row.get("name"), row.get("ratio")));
        try {
            return new Widths(
                    rows.isEmpty() ? "" : rows.get(0).get("version"),
                    width(ratios, "exact_most"),
                    width(ratios, "about"),
                    width(ratios, "almost"),
                    width(ratios, "reach"));
        } catch (IllegalArgumentException wrong) {
            throw UserError.contract(
                    "reference/widths.csv",
                    wrong.getMessage(),
                    "Give exact_most, about, almost and reach each a ratio between 0 and 1.");
        }
    }

    private static double width(Map<String, String> ratios, String name) {
        try {
            return Double.parseDouble(ratios.getOrDefault(name, "missing"));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'%s' has no ratio".formatted(name), noNumber);
        }
    }

    /** Aggregates and groups: what they hold is not to be added to them. */
    public Set<String> areasThatHoldOthers() {
        Set<String> areas = new TreeSet<>(aggregates);
        memberships.forEach(membership -> areas.add(membership.group()));
        return areas;
    }

    public List<Membership> memberships() {
        return List.copyOf(memberships);
    }

    /** Where the capitals lie, by area. */
    public Map<String, Place> capitals() {
        return Map.copyOf(capitals);
    }

    private static void add(Map<String, Set<String>> lists, String list, String code) {
        lists.computeIfAbsent(list, key -> new TreeSet<>()).add(code);
    }

    private static Reader open(String location, Configuration hadoop) throws IOException {
        return Files.text(location, Files.bytes(location, hadoop));
    }

    private static Reader shipped(String name) throws IOException {
        return Files.text(name, ReferenceData.class.getResourceAsStream(SHIPPED + name));
    }

    /** A day, or the first (or last) day of a month or year; {@code open} where there is none. */
    private static LocalDate date(String text, LocalDate open, boolean isLast) {
        return switch (text.length()) {
            case 0 -> open;
            case 4 -> LocalDate.parse(text + (isLast ? "-12-31" : "-01-01"));
            case 7 ->
                isLast
                        ? YearMonth.parse(text).atEndOfMonth()
                        : YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }
}

package silkline.stage.trade;

import static silkline.series.FlowCode.EXPORTS;
import static silkline.series.FlowCode.IMPORTS;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.TableNumbers.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.growth.Growth;
import silkline.mirror.Mirror;
import silkline.mirror.Reliability;
import silkline.share.Balance;
import silkline.share.ConstantMarketShare;
import silkline.share.Margins;
import silkline.share.Relations;
import silkline.share.Share;
import silkline.table.gold.ShareTable;

/** Rows about pairs of areas in one period, from its matrix and that of the year before; NaN becomes null. */
final class PairMeasures {
    private final TradeMatrix now;
    private final TradeMatrix before;
    private final boolean isFirst;

    PairMeasures(TradeMatrix now, TradeMatrix before, boolean isFirst) {
        this.now = now;
        this.before = before;
        this.isFirst = isFirst;
    }

    TradeMatrix now() {
        return now;
    }

    /** What a period says of how reliable its reporters are, for those that follow. */
    static void learn(TradeMatrix matrix, Reliability reliability) {
        for (String exporter : matrix.reporters()) {
            for (String importer : matrix.reporters()) {
                reliability.learn(exporter, importer, mirror(matrix, exporter, importer));
            }
        }
    }

    private static Mirror mirror(TradeMatrix matrix, String exporter, String importer) {
        return new Mirror(matrix.exports(exporter, importer), matrix.imports(importer, exporter));
    }

    /** Shaped like the own columns of {@link silkline.table.gold.MirrorTable}. */
    List<Row> mirrors(Reliability reliability) {
        List<Row> rows = new ArrayList<>();
        double cifFob = reliability.cifFob();
        Set<String> areas = now.reporters();
        for (String exporter : areas) {
            for (String importer : areas) {
                Mirror mirror = mirror(now, exporter, importer);
                boolean isKnown = !Double.isNaN(mirror.reported()) || !Double.isNaN(mirror.mirrored());
                if (isKnown && !exporter.equals(importer)) {
                    rows.add(mirror(exporter, importer, mirror, cifFob, reliability));
                }
            }
        }
        return rows;
    }

    private Row mirror(String exporter, String importer, Mirror mirror, double cifFob, Reliability reliability) {
        Mirror earlier = mirror(before, exporter, importer);
        double byExporter = Growth.relativeChange(earlier.reported(), mirror.reported());
        double byImporter = Growth.relativeChange(earlier.mirrored(), mirror.mirrored());
        boolean isCompared = !Double.isNaN(byExporter) && !Double.isNaN(byImporter);
        double exporterWeight = reliability.weight(exporter);
        double importerWeight = reliability.weight(importer);
        return RowFactory.create(
                exporter,
                importer,
                orNull(mirror.reported()),
                orNull(mirror.mirrored()),
                orNull(mirror.balanced(cifFob, exporterWeight, importerWeight)),
                orNull(mirror.asymmetry()),
                orNull(mirror.cifFobRatio()),
                cifFob,
                exporterWeight / (exporterWeight + importerWeight),
                orNull(byExporter),
                orNull(byImporter),
                isCompared ? Math.signum(byExporter) != Math.signum(byImporter) : null,
                Double.isNaN(mirror.reported())
                        ? "EXPORTER_MISSING"
                        : Double.isNaN(mirror.mirrored()) ? "IMPORTER_MISSING" : null);
    }

    /** Shaped like the own columns of {@link silkline.table.gold.IntensityTable}. */
    List<Row> intensities() {
        List<Row> rows = new ArrayList<>();
        double covered = now.covered();
        boolean hasWorld = now.hasWorld();
        double world = hasWorld ? now.world(EXPORTS, WORLD) : Double.NaN;
        Map<String, Double> ofWorld = new java.util.TreeMap<>();
        for (String area : now.reporters()) {
            double total = now.total(area, EXPORTS);
            if (Double.isNaN(total)) {
                continue;
            }
            if (!hasWorld) {
                rows.add(intensity(area, WORLD, new double[] {1, Double.NaN, Double.NaN, covered}, "WORLD_INCOMPLETE"));
                continue;
            }
            for (Map.Entry<String, Double> cell : now.byPartner(area, EXPORTS).entrySet()) {
                double theirs = ofWorld.computeIfAbsent(cell.getKey(), partner -> now.world(EXPORTS, partner));
                double intensity = Relations.intensity(cell.getValue(), total, theirs, world);
                double[] figures = {Share.of(cell.getValue(), total), Share.of(theirs, world), intensity, covered};
                rows.add(intensity(area, cell.getKey(), figures, Double.isNaN(intensity) ? "TOTAL_MISSING" : null));
            }
        }
        return rows;
    }

    private Row intensity(String area, String partner, double[] figures, String reason) {
        boolean isWorld = partner.equals(WORLD);
        String world = now.hasPublishedWorld() ? "published_world" : "sum_of_reporters";
        return RowFactory.create(
                area,
                partner,
                orNull(figures[0]),
                orNull(figures[1]),
                orNull(figures[2]),
                isWorld ? null : world,
                orNull(figures[3]),
                reason);
    }

    /** Shaped like the own columns of {@link silkline.table.gold.BalanceTable}; openness comes later. */
    List<Row> balances() {
        List<Row> rows = new ArrayList<>();
        Set<String> importers = now.importers();
        for (String area : now.reporters()) {
            for (String partner : now.partners(area)) {
                rows.add(balance(area, partner, now.exports(area, partner), now.imports(area, partner), null));
            }
            long markets = now.byPartner(area, EXPORTS).values().stream()
                    .filter(value -> value > 0)
                    .count();
            long others = importers.contains(area) ? 1 : 0;
            long possible = importers.size() - others;
            rows.add(balance(
                    area,
                    WORLD,
                    now.total(area, EXPORTS),
                    now.total(area, IMPORTS),
                    now.namesItsMarkets(area) ? new long[] {markets, possible} : null));
        }
        return rows;
    }

    private static Row balance(String area, String partner, double exports, double imports, long[] reach) {
        boolean isOneSided = Double.isNaN(exports) || Double.isNaN(imports);
        boolean isReached = reach != null && reach[0] > 0;
        double penetration =
                isReached ? Relations.penetration(new long[] {reach[0]}, new long[] {reach[1]}) : Double.NaN;
        return RowFactory.create(
                area,
                partner,
                orNull(exports),
                orNull(imports),
                orNull(exports - imports),
                orNull(Balance.normalised(exports, imports)),
                orNull(Balance.grubelLloyd(exports, imports)),
                isReached ? reach[0] : null,
                isReached ? reach[1] : null,
                orNull(penetration),
                null,
                null,
                isOneSided ? "SIDE_MISSING" : exports + imports == 0 ? "BOTH_ZERO" : null);
    }

    /** Shaped like the own columns of {@link silkline.table.gold.MarginTable}. */
    List<Row> margins(String... flows) {
        List<Row> rows = new ArrayList<>();
        for (String area : now.reporters()) {
            for (String flow : flows) {
                Map<String, Double> after = now.byPartner(area, flow);
                Map<String, Double> earlier = before.byPartner(area, flow);
                if (!after.isEmpty()) {
                    rows.add(margin(area, flow, earlier, after));
                }
            }
        }
        return rows;
    }

    private Row margin(String area, String flow, Map<String, Double> earlier, Map<String, Double> after) {
        List<String> partners = List.copyOf(union(earlier.keySet(), after.keySet()));
        double[] from = values(earlier, partners);
        double[] to = values(after, partners);
        boolean hasBase = !isFirst && sum(from) > 0;
        Margins margins = Margins.of(from, to);
        double change = sum(to) - sum(from);
        return RowFactory.create(
                area,
                flow,
                ShareTable.BY_PARTNER,
                count(from),
                count(to),
                orNull(hasBase ? change : Double.NaN),
                orNull(hasBase ? margins.entered() : Double.NaN),
                orNull(hasBase ? margins.left() : Double.NaN),
                orNull(hasBase ? margins.kept() : Double.NaN),
                orNull(hasBase ? margins.extensive() / sum(from) * 100 : Double.NaN),
                orNull(hasBase ? margins.kept() / sum(from) * 100 : Double.NaN),
                orNull(hasBase ? change - margins.change() : Double.NaN),
                hasBase ? null : "BASE_MISSING");
    }

    /** Shaped like the own columns of {@link silkline.table.gold.MarketShareTable}. */
    List<Row> marketShares() {
        List<Row> rows = new ArrayList<>();
        for (String area : now.reporters()) {
            Map<String, Double> after = now.byPartner(area, EXPORTS);
            Map<String, Double> earlier = before.byPartner(area, EXPORTS);
            if (!after.isEmpty()) {
                rows.add(marketShare(area, earlier, after));
            }
        }
        return rows;
    }

    /** Markets that report their imports; the growth of all of them is the world's as far as the dataset knows it. */
    private Row marketShare(String area, Map<String, Double> earlier, Map<String, Double> after) {
        List<String> markets = new ArrayList<>(union(earlier.keySet(), after.keySet()));
        for (String reporter : now.reporters()) {
            if (!markets.contains(reporter) && !reporter.equals(area)) {
                markets.add(reporter);
            }
        }
        double[] from = values(earlier, markets);
        double[] to = values(after, markets);
        double[] importsBefore =
                markets.stream().mapToDouble(m -> before.total(m, IMPORTS)).toArray();
        double[] imports =
                markets.stream().mapToDouble(m -> now.total(m, IMPORTS)).toArray();
        ConstantMarketShare parts = ConstantMarketShare.of(from, to, importsBefore, imports);
        boolean hasBase = !isFirst && sum(from) > 0;
        boolean isKnown = hasBase && parts.covered() > 0;
        double change = sum(to) - sum(from);
        return RowFactory.create(
                area,
                orNull(hasBase ? change : Double.NaN),
                orNull(isKnown ? parts.growth() : Double.NaN),
                orNull(isKnown ? parts.structure() : Double.NaN),
                orNull(isKnown ? parts.competitiveness() : Double.NaN),
                orNull(isKnown ? parts.unknown() : Double.NaN),
                orNull(isKnown ? change - parts.change() : Double.NaN),
                orNull(hasBase ? parts.covered() : Double.NaN),
                isKnown ? null : hasBase ? "MARKETS_UNKNOWN" : "BASE_MISSING");
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }

    private static double[] values(Map<String, Double> found, List<String> partners) {
        return partners.stream()
                .mapToDouble(partner -> found.getOrDefault(partner, 0.0))
                .toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static long count(double[] values) {
        long count = 0;
        for (double value : values) {
            count += value > 0 ? 1 : 0;
        }
        return count;
    }
}

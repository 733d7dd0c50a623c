package silkline.testing.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import silkline.series.CodeLists;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.source.ReferenceData;
import silkline.stage.panel.GroupMember;
import silkline.stage.panel.ShareStage;

/**
 * Flows of trade that are to be forecast from several origins, and what groups of partners add up to.
 *
 * @param flows one row per origin, flow and period, also of the periods after the origin
 */
record ReconcilePanel(String title, Frequency frequency, int horizon, ShareStage.Areas areas, Dataset<Row> flows) {
    static final String ORIGIN = "origin_index";

    private static final List<String> COLUMNS =
            List.of(ORIGIN, "ref_area", "flow", "counterpart_area", "product", "period_index", "obs_value");
    private static final String WORLD = "WLD";
    private static final String EURO_AREA = "EURO";
    private static final List<String> EURO_MEMBERS = List.of(
            "Austria",
            "Belgium",
            "Croatia",
            "Cyprus",
            "Estonia",
            "Finland",
            "France",
            "Germany",
            "Greece",
            "Ireland",
            "Italy",
            "Latvia",
            "Lithuania",
            "Luxembourg",
            "Malta",
            "Netherlands",
            "Portugal",
            "Slovakia",
            "Slovenia",
            "Spain");
    private static final String WITH_SUMS =
            "SELECT ref_area, flow, coalesce(counterpart_area, 'WLD') AS counterpart_area,"
                    + " coalesce(product, 'TOTAL') AS product, period_index, sum(obs_value) AS obs_value FROM flows"
                    + " WHERE flow IN ('X', 'M') GROUP BY ref_area, flow, period_index, ";

    /** Trade by partner and year; what the IMF does not say the country of is one partner, as in what is ingested. */
    static ReconcilePanel partners(SparkSession spark, String folder, String title, String reporters) {
        ReferenceData reference = ReferenceData.shipped();
        List<GroupMember> members = reference.memberships().stream()
                .map(member -> new GroupMember(member.group(), member.member(), member.from(), member.to()))
                .toList();
        ShareStage.Areas areas = new ShareStage.Areas(reference.aggregates(), members);
        Dataset<Row> published = csv(spark, folder + "/imf-dots/dots_annual_core_reporters_all_partners.csv.gz")
                .where(col("reporter_iso3").isin((Object[]) reporters.split(",", -1)))
                .dropDuplicates("reporter_iso3", "flow_code", "partner_name", "year");
        List<Row> names = published.select("partner_name").distinct().collectAsList().stream()
                .map(row -> RowFactory.create(row.getString(0), area(reference.codes(), row.getString(0))))
                .toList();
        StructType shape = new StructType().add("partner_name", "string").add("counterpart_area", "string");
        Dataset<Row> flows = published
                .join(broadcast(spark.createDataFrame(names, shape)), "partner_name")
                .groupBy("reporter_iso3", "flow_code", "counterpart_area", "year")
                .agg(sum("value_usd_millions").as("value"))
                .selectExpr(
                        "reporter_iso3 AS ref_area",
                        "flow_code AS flow",
                        "counterpart_area",
                        "'TOTAL' AS product",
                        "cast(year AS int) AS period_index",
                        "value AS obs_value");
        return of(title, Frequency.ANNUAL, 3, areas, flows, origins(2011, 2017, 1));
    }

    private static String area(CodeLists codes, String name) {
        boolean isRest = name.matches(".*not (specified|included).*|Special Categories");
        return isRest ? "_X" : codes.translate("area/imf", name).orElseThrow();
    }

    /** Trade of six countries by chapter of the Harmonized System and year; the totals are sums of the chapters. */
    static ReconcilePanel chapters(SparkSession spark, String folder) {
        csv(spark, folder + "/un-comtrade/hs2_world_totals_afg_aze_arm_geo_pak_tur_1991_2021.csv")
                .selectExpr(comtrade("'WLD'"))
                .createOrReplaceTempView("flows");
        Dataset<Row> flows = spark.sql(WITH_SUMS + "counterpart_area, ROLLUP(product)");
        return of("chapters", Frequency.ANNUAL, 3, areas(List.of()), flows, origins(2011, 2018, 1));
    }

    /** Trade of Azerbaijan by chapter, region of the partner and year; all totals are sums of these. */
    static ReconcilePanel regions(SparkSession spark, String folder) {
        csv(spark, folder + "/un-comtrade/hs2_by_partner_subregion_afg_aze.csv.gz")
                .where("reporter_iso3 = 'AZE'")
                .selectExpr(comtrade("regexp_replace(trim(partner_subregion), '[^A-Za-z]+', '_')"))
                .createOrReplaceTempView("flows");
        Dataset<Row> flows = spark.sql(WITH_SUMS + "CUBE(counterpart_area, product)");
        return of("chapters by region", Frequency.ANNUAL, 3, areas(List.of()), flows, origins(2012, 2018, 2));
    }

    /**
     * Trade of EU members with Kazakhstan, Kyrgyzstan and Uzbekistan by month, as seen from there: the Union stands for
     * the world.
     */
    static ReconcilePanel members(SparkSession spark, String folder) {
        Dataset<Row> flows = csv(spark, folder + "/eurostat/eu_trade_with_kaz_kgz_uzb_monthly_2019_2024.csv")
                .where("reporter NOT IN ('European Union', 'United Kingdom') AND reporter NOT LIKE 'Euro area%'")
                .selectExpr(
                        "partner_iso3 AS ref_area",
                        "if(flow_code = 'X', 'M', 'X') AS flow",
                        "if(reporter = 'EU27', 'WLD', reporter) AS counterpart_area",
                        "'TOTAL' AS product",
                        "cast(left(period, 4) AS int) * 12 + cast(right(period, 2) AS int) - 1 AS period_index",
                        "cast(value_eur AS double) AS obs_value");
        ShareStage.Areas areas = areas(EURO_MEMBERS.stream()
                .map(member -> new GroupMember(EURO_AREA, member, LocalDate.EPOCH, LocalDate.MAX))
                .toList());
        int first = Period.parse("2021-12").orElseThrow().index();
        return of("EU members", Frequency.MONTH, 12, areas, flows, origins(first, first + 18, 3));
    }

    private static Dataset<Row> csv(SparkSession spark, String file) {
        return spark.read().option("header", true).csv(file);
    }

    private static String[] comtrade(String partner) {
        return new String[] {
            "reporter_iso3 AS ref_area",
            "flow_code AS flow",
            partner + " AS counterpart_area",
            "concat('HS:', hs2) AS product",
            "cast(year AS int) AS period_index",
            "cast(trade_value_usd AS double) AS obs_value"
        };
    }

    private static List<Integer> origins(int first, int last, int step) {
        return IntStream.iterate(first, origin -> origin <= last, origin -> origin + step)
                .boxed()
                .toList();
    }

    private static ShareStage.Areas areas(List<GroupMember> members) {
        Set<String> aggregates = members.isEmpty() ? Set.of(WORLD) : Set.of(WORLD, EURO_AREA);
        return new ShareStage.Areas(aggregates, members);
    }

    private static ReconcilePanel of(
            String title,
            Frequency frequency,
            int horizon,
            ShareStage.Areas areas,
            Dataset<Row> flows,
            List<Integer> origins) {
        Column[] columns = COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> known = flows.where("obs_value IS NOT NULL")
                .crossJoin(broadcast(flows.sparkSession()
                        .createDataFrame(
                                origins.stream().map(RowFactory::create).toList(),
                                new StructType().add(ORIGIN, "int"))))
                .select(columns);
        List<Row> memberships = origins.stream()
                .flatMap(origin -> areas.memberships().stream()
                        .filter(member -> member.isValid(new Period(frequency, origin)))
                        .map(member -> RowFactory.create(origin, member.group(), member.area())))
                .toList();
        Dataset<Row> groups = broadcast(flows.sparkSession()
                .createDataFrame(
                        memberships,
                        new StructType()
                                .add("at", "int")
                                .add("of_group", "string")
                                .add("member", "string")));
        Dataset<Row> ofGroups = known.join(
                        groups,
                        col(ORIGIN)
                                .equalTo(col("at"))
                                .and(col("counterpart_area").equalTo(col("member"))))
                .withColumn("counterpart_area", col("of_group"))
                .groupBy(COLUMNS.stream()
                        .filter(name -> !name.equals("obs_value"))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .agg(sum("obs_value").as("obs_value"));
        return new ReconcilePanel(title, frequency, horizon, areas, known.unionByName(ofGroups.select(columns)));
    }

    /** Whether a partner is a group. */
    Column isGroup() {
        return col("counterpart_area")
                .isin(areas.memberships().stream()
                        .map(GroupMember::group)
                        .distinct()
                        .toArray());
    }
}

package silkline.stage.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;
import static silkline.testing.Observed.RUN;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import silkline.stage.adjust.DeflationStage;
import silkline.table.gold.PriceTable;
import silkline.table.gold.RealValueTable;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Worked by hand. */
@SparkTest
class PriceStageTest {
    private static final Set<String> CURRENCIES = Set.of("USD", "KZT", "TRY");

    /**
     * Bread at 1 becomes 2 (10 kg, then 8), wine at 4 becomes 5 (5 l, then 10): 30 becomes 66, of which prices make
     * sqrt(1.5 * 1.375) = 1.4361; honey is not weighed.
     */
    @Test
    void valuesAreSplitIntoPricesAndQuantities(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                "KAZ X TUR 2020 10 product=HS:19",
                "KAZ X TUR 2021 16 product=HS:19",
                "KAZ X TUR 2020 10 product=HS:19 unit=KG",
                "KAZ X TUR 2021 8 product=HS:19 unit=KG",
                "KAZ X TUR 2020 20 product=HS:22",
                "KAZ X TUR 2021 50 product=HS:22",
                "KAZ X TUR 2022 40 product=HS:22",
                "KAZ X TUR 2020 5 product=HS:22 unit=L",
                "KAZ X TUR 2021 10 product=HS:22 unit=L",
                "KAZ X TUR 2021 34 product=HS:04",
                // Other partners, digits and totals have no quantity.
                "KAZ X UZB 2021 16 product=HS:19",
                "KAZ X TUR 2021 16 product=HS:1905",
                "KAZ X TUR 2021 100",
                "KAZ X TUR 2021 100 unit=KG");
        List<Row> rows = PriceStage.prices(observed.observations(), observed.series(), CURRENCIES, RUN)
                .collectAsList();
        assertThat(Rows.lines(
                        rows.stream()
                                .filter(row -> row.<String>getAs(PRODUCT).startsWith("HS:"))
                                .toList(),
                        PRODUCT,
                        TIME_PERIOD,
                        VALUE,
                        PriceTable.QUANTITY,
                        PriceTable.QUANTITY_UNIT,
                        PriceTable.UNIT_VALUE,
                        PriceTable.VALUE_YOY_RATIO,
                        PriceTable.PRICE_YOY_RATIO,
                        PriceTable.VOLUME_YOY_RATIO,
                        REASON))
                .containsExactly(
                        "HS:19 2020 10 10 KG 1 - - - BASE_MISSING",
                        "HS:19 2021 16 8 KG 2 0.6 1 -0.2 -",
                        "HS:22 2020 20 5 L 4 - - - BASE_MISSING",
                        "HS:22 2021 50 10 L 5 1.5 0.25 1 -",
                        "HS:22 2022 40 - L - - - - QUANTITY_MISSING");
        assertThat(Rows.lines(
                        rows.stream()
                                .filter(row -> row.<String>getAs(PRODUCT).equals("HS/2"))
                                .toList(),
                        TIME_PERIOD,
                        PriceTable.PRODUCTS,
                        VALUE,
                        PriceTable.VALUE_YOY_RATIO,
                        PriceTable.LASPEYRES,
                        PriceTable.PAASCHE,
                        PriceTable.PRICE_YOY_RATIO,
                        PriceTable.VOLUME_YOY_RATIO,
                        PriceTable.COVERED_RATIO,
                        REASON))
                .containsExactly(
                        "2020 0 30 - - - - - 0 BASE_MISSING",
                        "2021 2 100 1.2 1.5 1.375 0.436140662 0.531883372 0.66 -",
                        "2022 0 40 - - - - - 0 QUANTITY_MISSING");
    }

    /** Exports by the prices of exports; in tenge also by those of Kazakhstan; Turkish lira have no index. */
    @Test
    void amountsAreDeflatedByTheIndexThatSuitsThem(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                "KAZ _Z _Z 2020 100 indicator=price_index unit=IX product=_Z dataset=prices",
                "KAZ _Z _Z 2021 110 indicator=price_index unit=IX product=_Z dataset=prices",
                "KAZ X WLD 2021 125 indicator=price_index unit=IX dataset=prices",
                "KAZ _Z USA 2021 400 indicator=fx_rate unit=KZT",
                "KAZ _Z _Z 2020 500 indicator=gdp unit=KZT",
                "KAZ _Z _Z 2021 660 indicator=gdp unit=KZT",
                "KAZ _Z _Z 2022 700 indicator=gdp unit=KZT",
                "KAZ _Z _Z 2021 5 indicator=gdp",
                "KAZ X WLD 2021 50",
                "KAZ M WLD 2021 50",
                "TUR _Z _Z 2021 9 indicator=gdp unit=TRY");
        assertThat(Rows.lines(
                        DeflationStage.realValues(observed.observations(), observed.series(), CURRENCIES, RUN),
                        SOURCE_IDS,
                        TIME_PERIOD,
                        UNIT_MEASURE,
                        RealValueTable.PRICE_INDEX,
                        RealValueTable.REAL_VALUE,
                        RealValueTable.REAL_YOY_RATIO,
                        REASON))
                .containsExactly(
                        "ArraySeq(sample, prices) 2020 KZT 100 500 - -",
                        "ArraySeq(sample, prices) 2021 KZT 110 600 0.2 -",
                        "ArraySeq(sample, prices) 2021 USD 125 40 - -",
                        "ArraySeq(sample, prices) 2022 KZT - - - INDEX_MISSING");
    }

    @Test
    void withoutQuantitiesAndIndicesThereAreNoRows(SparkSession spark) {
        Observed observed = Observed.of(spark, "KAZ X TUR 2020 10 product=HS:19", "KAZ _Z _Z 2020 9 unit=KZT");
        assertThat(PriceStage.prices(observed.observations(), observed.series(), CURRENCIES, RUN)
                        .isEmpty())
                .isTrue();
        assertThat(DeflationStage.realValues(observed.observations(), observed.series(), CURRENCIES, RUN)
                        .isEmpty())
                .isTrue();
    }
}

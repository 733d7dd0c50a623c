package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.price}: growth of trade split into prices and quantities. */
public final class PriceTable {
    public static final String PRODUCTS = "products";
    public static final String QUANTITY = "quantity";
    public static final String QUANTITY_UNIT = "quantity_unit";
    public static final String UNIT_VALUE = "unit_value";
    public static final String VALUE_YOY_RATIO = "value_yoy_ratio";
    public static final String PRICE_YOY_RATIO = "price_yoy_ratio";
    public static final String VOLUME_YOY_RATIO = "volume_yoy_ratio";
    public static final String LASPEYRES = "laspeyres";
    public static final String PAASCHE = "paasche";
    public static final String COVERED_RATIO = "covered_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "price", "detail")
            .meaning(
                    "Growth of trade on the year before split into prices and quantities, where a quantity is reported beside "
                            + "the value: by product, and for all products of one number of digits.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(REF_AREA, StringType, "who reports")
            .required(FLOW, StringType, "X or M")
            .required(COUNTERPART_AREA, StringType, "with whom")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "currency of the values")
            .required(PRODUCT, StringType, "HS:2709; all products of a classification and its digits: HS/4")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(PRODUCTS, LongType, "products with value and quantity in both years; of one product 1")
            .required(VALUE, DoubleType, "value; of all products that have one")
            .optional(QUANTITY, DoubleType, "quantity of one product")
            .optional(QUANTITY_UNIT, StringType, "its unit: KG, T, L ...")
            .optional(UNIT_VALUE, DoubleType, "value / quantity of one product")
            .optional(VALUE_YOY_RATIO, DoubleType, "growth of the value of those products on the year before")
            .optional(
                    PRICE_YOY_RATIO,
                    DoubleType,
                    "growth of prices: of the unit value of one product, of several Fisher's index")
            .optional(
                    VOLUME_YOY_RATIO,
                    DoubleType,
                    "growth of quantities: (1 + price) (1 + volume) = 1 + growth of the value")
            .optional(LASPEYRES, DoubleType, "prices with the quantities of the year before; 1.1 is ten percent more")
            .optional(PAASCHE, DoubleType, "prices with the quantities of the period")
            .optional(COVERED_RATIO, DoubleType, "value of the products compared over that of all, 0 to 1")
            .optional(REASON, StringType, "why there is no price: QUANTITY_MISSING, BASE_MISSING")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(
                    DATASET_ID,
                    INDICATOR,
                    FREQ,
                    REF_AREA,
                    FLOW,
                    COUNTERPART_AREA,
                    BASIS,
                    UNIT_MEASURE,
                    PRODUCT,
                    PERIOD_INDEX)
            .build();

    private PriceTable() {}
}

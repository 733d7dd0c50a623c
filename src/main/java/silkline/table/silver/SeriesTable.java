package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import silkline.table.TableSpec;

/** {@code silver.series}: what each series is. */
public final class SeriesTable {
    public static final String SERIES_KEY = "series_key";
    public static final String SERIES_ID = "series_id";
    public static final String INDICATOR = "indicator";
    public static final String FREQ = "freq";
    public static final String REF_AREA = "ref_area";
    public static final String FLOW = "flow";
    public static final String COUNTERPART_AREA = "counterpart_area";
    public static final String PRODUCT = "product";
    public static final String UNIT_MEASURE = "unit_measure";
    public static final String VALUATION = "valuation";
    public static final String PRICES = "prices";
    public static final String ADJUSTMENT = "adjustment";
    public static final String BASIS = "basis";
    public static final String DATASET_ID = "dataset_id";
    public static final String IS_AGGREGATE = "is_aggregate";
    public static final String FIRST_PERIOD = "first_period";
    public static final String LAST_PERIOD = "last_period";
    public static final String OBSERVATIONS = "observations";

    /** In the order of the readable id. */
    public static final List<String> DIMENSIONS = List.of(
            INDICATOR,
            FREQ,
            REF_AREA,
            FLOW,
            COUNTERPART_AREA,
            PRODUCT,
            UNIT_MEASURE,
            VALUATION,
            PRICES,
            ADJUSTMENT,
            BASIS,
            DATASET_ID);

    public static final TableSpec SPEC = TableSpec.named("silver", "series", "ingest")
            .meaning("One row per series: its dimensions, named as in SDMX.")
            .required(SERIES_KEY, LongType, "xxhash64 of series_id; joins and windows use it")
            .required(SERIES_ID, StringType, "the dimensions joined with dots")
            .required(INDICATOR, StringType, "what is measured; datasets/reference/indicators.csv")
            .required(FREQ, StringType, "A year, S half-year, Q quarter, M month, R range of months")
            .required(REF_AREA, StringType, "who reports: ISO 3166 alpha-3, WLD or a group")
            .required(FLOW, StringType, "X export, M import, T turnover (X + M), _Z none")
            .required(COUNTERPART_AREA, StringType, "with whom: ISO 3166 alpha-3, WLD, a group, _Z none")
            .required(PRODUCT, StringType, "classification and code, TOTAL, or _Z")
            .required(UNIT_MEASURE, StringType, "unit of obs_value: a currency, PCT, IX, ...")
            .required(VALUATION, StringType, "FOB, CIF or _Z")
            .required(PRICES, StringType, "V current, L constant or chain-linked, _Z")
            .required(ADJUSTMENT, StringType, "N none, S seasonally adjusted")
            .required(BASIS, StringType, "accounting basis: customs, bop, statement, ...; unlike ones are never joined")
            .required(DATASET_ID, StringType, "which dataset says so")
            .required(IS_AGGREGATE, BooleanType, "about a world, a group or a rest; no sum adds it to its parts")
            .optional(FIRST_PERIOD, StringType, "first period with an observation")
            .optional(LAST_PERIOD, StringType, "last period with an observation")
            .optional(OBSERVATIONS, LongType, "number of periods with an observation, whatever the vintage")
            .key(SERIES_KEY)
            .build();

    private SeriesTable() {}
}

package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.ClaimCheckTable.IS_CURRENT;
import static silkline.table.gold.ClaimCheckTable.VINTAGE;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ClaimTable.CLAIM_ID;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import silkline.table.TableSpec;

/** {@code gold.target}: how far targets are away. */
public final class TargetTable {
    public static final String TARGET_VALUE = "target_value";
    public static final String TARGET_PERIOD = "target_period";
    public static final String LAST_PERIOD = "last_period";
    public static final String LAST_VALUE = "last_value";
    public static final String PREVIOUS_VALUE = "previous_value";
    public static final String REQUIRED_CAGR_RATIO = "required_cagr_ratio";
    public static final String LAST_GROWTH_RATIO = "last_growth_ratio";
    public static final String ACTUAL_CAGR_RATIO = "actual_cagr_ratio";

    public static final String PROBABILITY_RATIO = "probability_ratio";
    public static final String FIRST_FEASIBLE_PERIOD = "first_feasible_period";
    public static final String FIRST_EXPECTED_PERIOD = "first_expected_period";
    public static final String MOVED_FROM = "moved_from";

    public static final TableSpec SPEC = TableSpec.named("gold", "target", "claims")
            .meaning("Each target against each annual series that measures it, by vintage.")
            .required(CLAIM_ID, StringType, "the claim that states the target")
            .required(SERIES_ID, StringType, "the series; derived ones (turnover, groups) are rows of gold.share")
            .required(VINTAGE, StringType, "when its figures were published")
            .required(IS_CURRENT, BooleanType, "whether they are what is believed now")
            .required(TARGET_VALUE, DoubleType, "what is to be reached, in base units")
            .optional(TARGET_PERIOD, StringType, "when; null where not stated")
            .required(LAST_PERIOD, StringType, "last period with a value")
            .required(LAST_VALUE, DoubleType, "its value")
            .optional(PREVIOUS_VALUE, DoubleType, "value of the year before")
            .optional(REQUIRED_CAGR_RATIO, DoubleType, "growth a year that reaches the target in time")
            .optional(LAST_GROWTH_RATIO, DoubleType, "growth of the last year")
            .optional(ACTUAL_CAGR_RATIO, DoubleType, "growth a year over the last five years")
            .optional(
                    PROBABILITY_RATIO,
                    DoubleType,
                    "probability that the forecast gives to reaching it in time; see gold.forecast")
            .optional(
                    FIRST_FEASIBLE_PERIOD,
                    StringType,
                    "first year that the 95 percent interval of the forecast reaches it")
            .optional(FIRST_EXPECTED_PERIOD, StringType, "first year that the point forecast reaches it")
            .optional(MOVED_FROM, StringType, "an earlier target for the same, in words")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(CLAIM_ID, SERIES_ID, VINTAGE, IS_CURRENT)
            .build();

    private TargetTable() {}
}

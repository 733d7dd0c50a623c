package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.accuracy}: how well each model would have forecast a series. */
public final class AccuracyTable {
    public static final String MODEL = "model";
    public static final String IS_SELECTED = "is_selected";
    public static final String POINTS = "points";
    public static final String MAE = "mae";
    public static final String RMSE = "rmse";
    public static final String SMAPE_RATIO = "smape_ratio";
    public static final String MASE = "mase";
    public static final String COVERAGE_RATIO = "coverage_ratio";
    public static final String SKILL = "skill";

    public static final TableSpec SPEC = TableSpec.named("gold", "accuracy", "forecast")
            .meaning("Rolling-origin backtest of each model on each series; every fold sees only what came before it.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(ORIGIN, StringType, "the last period of the series")
            .required(MODEL, StringType, "the model")
            .required(IS_SELECTED, BooleanType, "whether it made the forecast")
            .required(POINTS, IntegerType, "forecasts compared with what came")
            .optional(MAE, DoubleType, "mean absolute error, in the unit of the series")
            .optional(RMSE, DoubleType, "root mean squared error, in the unit of the series")
            .optional(SMAPE_RATIO, DoubleType, "symmetric mean absolute percentage error as a ratio, 0 to 2")
            .optional(MASE, DoubleType, "mean absolute scaled error; below 1 is better than naive in the training part")
            .optional(COVERAGE_RATIO, DoubleType, "share of values within the 95 percent interval")
            .optional(SKILL, DoubleType, "1 - mae / mae of the (seasonal) naive model; above 0 is better")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, ORIGIN, MODEL)
            .build();

    private AccuracyTable() {}
}

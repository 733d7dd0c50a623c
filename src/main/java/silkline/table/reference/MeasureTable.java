package silkline.table.reference;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.silver.ObservationTable.RUN_ID;

import silkline.table.TableSpec;

/** {@code reference.measure}: what the columns of the gold tables measure. */
public final class MeasureTable {
    public static final String CODE = "code";
    public static final String TITLE = "title";
    public static final String FORMULA = "formula";
    public static final String UNIT = "unit";
    public static final String VALUATION = "valuation";
    public static final String MINIMUM_OBSERVATIONS = "minimum_observations";
    public static final String CAVEATS = "caveats";
    public static final String REFERENCE = "reference";

    public static final TableSpec SPEC = TableSpec.named("reference", "measure", "structure")
            .meaning("What each measure is: formula, unit, valuation, what it needs and what it does not say.")
            .required(CODE, StringType, "table and column: concentration.hhi")
            .required(TITLE, StringType, "its name")
            .required(FORMULA, StringType, "how it is computed")
            .required(UNIT, StringType, "unit or range")
            .optional(VALUATION, StringType, "at which border the values are taken")
            .required(MINIMUM_OBSERVATIONS, IntegerType, "values or areas below which there is none")
            .optional(CAVEATS, StringType, "what it does not say")
            .optional(REFERENCE, StringType, "where it comes from")
            .required(RUN_ID, StringType, "the run that wrote it")
            .key(CODE)
            .build();

    private MeasureTable() {}
}

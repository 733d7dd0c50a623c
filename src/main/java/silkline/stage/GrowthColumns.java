package silkline.stage;

import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Column twins of {@link silkline.growth.Growth}. */
public final class GrowthColumns {
    private GrowthColumns() {}

    /** Twin of {@link silkline.growth.Growth#relativeChange}. */
    public static Column relativeChange(Column from, Column to) {
        return when(from.gt(0).and(to.geq(0)), to.divide(from).minus(1));
    }
}

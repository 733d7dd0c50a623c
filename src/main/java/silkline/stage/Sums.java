package silkline.stage;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;

import org.apache.spark.sql.Column;

/** Sums that come out the same to the last bit however the rows arrive: added from the smallest to the largest. */
final class Sums {
    private Sums() {}

    /** Sum over a group of at most some thousand values, nulls left out; null where there is none. */
    static Column of(Column value) {
        Column none = lit(null).cast("double");
        return aggregate(sort_array(collect_list(value)), none, (sum, next) -> coalesce(sum.plus(next), next));
    }
}

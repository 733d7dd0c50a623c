package silkline.stage.quality;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import silkline.quality.DatasetTally;
import silkline.quality.Rule;
import silkline.quality.SumCheck;
import silkline.quality.SumCheck.Parts;
import silkline.quality.Tally;

/** Notes what each total says about its rule: what of the {@link Sum sums} the tasks need. */
record SumTally(List<Complete> sums) implements Serializable {
    private record Complete(Rule rule, String name, int complete) implements Serializable {
        Parts parts(long parts, long rests) {
            boolean isComplete = complete > 0 ? parts == complete : complete == 0 && rests > 0;
            return isComplete ? Parts.COMPLETE : Parts.SOME;
        }
    }

    static SumTally of(List<Sum> sums) {
        return new SumTally(sums.stream()
                .map(sum -> new Complete(sum.rule(), sum.name(), sum.complete()))
                .toList());
    }

    /** {@code rows} as {@link SumStage} selects them last. */
    Tally tally(Iterator<Row> rows, Tally tally) {
        while (rows.hasNext()) {
            Row row = rows.next();
            DatasetTally dataset = tally.of(row.getString(0));
            Complete sum = sums.get(row.getInt(1));
            Parts parts = sum.parts(row.getLong(7), row.getLong(8));
            boolean isBound = parts == Parts.COMPLETE || row.getDouble(9) >= 0;
            if (isBound) {
                dataset.total(
                        sum.rule(),
                        row.getString(2) + ": " + row.getString(3),
                        sum.name(),
                        row.getLong(7),
                        new SumCheck(row.getDouble(4), row.getDouble(6), row.getDouble(5), parts));
            }
        }
        return tally;
    }
}

package silkline.stage.panel;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.testing.Observed.RUN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.block.Block;
import silkline.table.block.BlockRows;
import silkline.table.block.Cell;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Blocks say what the rows of {@link Vintages#newest} do, over vintages in every order and of every kind. */
@SparkTest
class HistoriesTest {
    private static final StructType SCHEMA = StructType.fromDDL("%s bigint, %s int, %s double, %s string, %s date"
            .formatted(SERIES_KEY, PERIOD_INDEX, OBS_VALUE, OBS_STATUS, PUBLISHED_AT));

    private static final Column[] COLUMNS = {
        col(SERIES_KEY), col(PERIOD_INDEX), col(OBS_VALUE), col(OBS_STATUS), col(PUBLISHED_AT)
    };

    @Test
    void blocksSayWhatTheNewestVintagesDo(SparkSession spark) {
        Observed observed = Observed.of(spark, lines(new Random(7)));
        for (RunContext run : List.of(RUN, new RunContext("run", Instant.EPOCH, "2024-06-30"))) {
            Dataset<Row> newest =
                    Vintages.newest(Vintages.read(observed.observations(), run)).select(COLUMNS);
            assertThat(newest.count()).isGreaterThan(50);
            for (int partitions : List.of(1, 3)) {
                Dataset<Row> shuffled = Rows.shuffled(observed.observations(), partitions);
                Frames.assertSameRows(newest, rows(Histories.of(shuffled, observed.series(), run)));
            }
            Dataset<Row> sorted = observed.observations().sortWithinPartitions(SERIES_KEY, PERIOD_INDEX);
            Frames.assertSameRows(newest, rows(Histories.of(sorted, observed.series(), run)));
        }
    }

    private static Dataset<Row> rows(Dataset<Block> histories) {
        List<Cell> cells = List.of(
                Cell.key(SERIES_KEY),
                Cell.integer(PERIOD_INDEX, Histories.INDEX),
                Cell.number(OBS_VALUE, Histories.VALUE),
                Cell.labelAt(OBS_STATUS, Histories.STATUS, Histories.FIRST_STATUS),
                Cell.date(PUBLISHED_AT, Histories.PUBLISHED));
        return new BlockRows(SCHEMA, histories, cells).rows();
    }

    /** Few values and days, so that vintages repeat each other, in turn and across kinds of dates. */
    private static String[] lines(Random random) {
        List<String> days = List.of("2023-05-01", "2024-05-01", "2024-05", "2024", "../2024-05-31", "../2025-01-01");
        List<String> statuses = List.of("A", "A", "P", "B", "F", "deleted", "M");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String status = statuses.get(random.nextInt(statuses.size()));
            String value = status.equals("deleted") || status.equals("M") ? "-" : String.valueOf(random.nextInt(2));
            lines.add("KAZ X %s %d %s status=%s published=%s ingested=%d"
                    .formatted(
                            List.of("UZB", "TJK", "CHN", "TUR", "KGZ").get(random.nextInt(5)),
                            2000 + random.nextInt(24),
                            value,
                            status,
                            days.get(random.nextInt(days.size())),
                            i));
        }
        return lines.toArray(String[]::new);
    }
}

package silkline.job;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import silkline.stage.DeflationStage;
import silkline.stage.PriceStage;
import silkline.stage.panel.DetailStage;
import silkline.table.GrowthDetailTable;
import silkline.table.PriceTable;
import silkline.table.RealValueTable;
import silkline.table.TableSpec;

/** Writes {@code gold.growth_detail}, {@code gold.real_value} and {@code gold.price}. */
public final class DetailJob {
    private static final String COMMAND = "detail";

    private DetailJob() {}

    public static void run(JobSession session) {
        Set<String> currencies = session.reference().currencies();
        session.replace(
                COMMAND,
                GrowthDetailTable.SPEC,
                () -> DetailStage.details(
                        session.histories(), session.reference().aggregates(), session.run()));
        Row found = session.series()
                .agg(any(DeflationStage.isPriceIndex()), any(PriceStage.isQuantity()))
                .first();
        session.replace(
                COMMAND,
                RealValueTable.SPEC,
                () -> found.getBoolean(0)
                        ? DeflationStage.realValues(session.newest(), session.series(), currencies, session.run())
                        : none(session, RealValueTable.SPEC));
        session.replace(
                COMMAND,
                PriceTable.SPEC,
                () -> found.getBoolean(1)
                        ? PriceStage.prices(session.newest(), session.series(), currencies, session.run())
                        : none(session, PriceTable.SPEC));
    }

    private static Column any(Column condition) {
        return functions.coalesce(functions.bool_or(condition), functions.lit(false));
    }

    /** Without a series that could make rows there is nothing for Spark to work out. */
    private static Dataset<Row> none(JobSession session, TableSpec table) {
        return session.spark().createDataFrame(List.of(), table.schema());
    }
}

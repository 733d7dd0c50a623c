package silkline.job;

import java.util.Set;
import silkline.stage.adjust.DeflationStage;
import silkline.stage.panel.DetailStage;
import silkline.stage.trade.PriceStage;
import silkline.table.gold.GrowthDetailTable;
import silkline.table.gold.PriceTable;
import silkline.table.gold.RealValueTable;

/** Writes {@code gold.growth_detail}, {@code gold.real_value} and {@code gold.price}. */
public final class DetailJob {
    private static final String COMMAND = "detail";

    private DetailJob() {}

    public static void run(JobSession session) {
        session.replace(
                COMMAND,
                GrowthDetailTable.SPEC,
                () -> DetailStage.details(
                        session.histories(), session.reference().aggregates(), session.run()));
        Set<String> currencies = session.reference().currencies();
        if (session.hasSeries(DeflationStage.isPriceIndex())) {
            session.replace(
                    COMMAND,
                    RealValueTable.SPEC,
                    () -> DeflationStage.realValues(session.newest(), session.series(), currencies, session.run()));
        } else {
            session.empty(COMMAND, RealValueTable.SPEC);
        }
        if (session.hasSeries(PriceStage.isQuantity())) {
            session.replace(
                    COMMAND,
                    PriceTable.SPEC,
                    () -> PriceStage.prices(session.newest(), session.series(), currencies, session.run()));
        } else {
            session.empty(COMMAND, PriceTable.SPEC);
        }
    }
}

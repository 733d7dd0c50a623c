package silkline.job;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.stage.RunContext;
import silkline.stage.trade.GravityStage;
import silkline.stage.trade.PairStage;
import silkline.stage.trade.ProductStage;
import silkline.table.TableSpec;
import silkline.table.gold.AdvantageTable;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.ComplexityTable;
import silkline.table.gold.GravityTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.IntensityTable;
import silkline.table.gold.MarginTable;
import silkline.table.gold.MarketShareTable;
import silkline.table.gold.MirrorTable;
import silkline.table.gold.ProximityTable;
import silkline.table.gold.SimilarityTable;
import silkline.table.reference.MeasureTable;

/** Writes the tables about the structure of trade: pairs, products, groups, gravity. */
public final class StructureJob {
    private static final String COMMAND = "structure";

    private StructureJob() {}

    public static void run(JobSession session) {
        SideBySide.run(() -> pairs(session), () -> products(session), () -> gravity(session));
    }

    private static void gravity(JobSession session) {
        Set<String> aggregates = session.reference().aggregates();
        List<Row> flows = GravityStage.flows(session.newest(), session.series(), aggregates)
                .collectAsList();
        session.replace(
                COMMAND,
                GravityTable.SPEC,
                () -> GravityStage.gravity(
                        session.spark(),
                        flows,
                        session.reference().capitals(),
                        session.series(),
                        aggregates,
                        session.run()));
    }

    private static void measures(JobSession session) {
        List<Row> rows = Measures.rows(session.run().runId());
        session.replace(
                COMMAND, MeasureTable.SPEC, () -> session.spark().createDataFrame(rows, MeasureTable.SPEC.schema()));
    }

    private static void pairs(JobSession session) {
        Set<String> aggregates = session.reference().aggregates();
        Dataset<Row> results = JobSession.kept(PairStage.results(
                session.newest(), session.series(), session.reference().memberships(), aggregates));
        PairStage stage = PairStage.of(results);
        RunContext run = session.run();
        session.replace(COMMAND, MirrorTable.SPEC, () -> stage.mirrors(run));
        session.replace(COMMAND, IntensityTable.SPEC, () -> stage.intensities(run));
        session.replace(COMMAND, GroupTradeTable.SPEC, () -> stage.groupTrade(run));
        session.replace(COMMAND, BalanceTable.SPEC, () -> stage.balances(session.newest(), session.series(), run));
        session.replace(COMMAND, MarginTable.SPEC, () -> stage.margins(run));
        session.replace(COMMAND, MarketShareTable.SPEC, () -> stage.marketShares(run));
        results.unpersist();
    }

    private static void products(JobSession session) {
        measures(session);
        if (!session.hasSeries(ProductStage.isOfProducts())) {
            noProducts(session);
            return;
        }
        Set<String> aggregates = session.reference().aggregates();
        Dataset<Row> results = JobSession.kept(ProductStage.results(session.newest(), session.series(), aggregates));
        if (results.isEmpty()) {
            noProducts(session);
        } else {
            ProductStage stage = ProductStage.of(results);
            session.replace(COMMAND, AdvantageTable.SPEC, () -> stage.advantages(session.run()));
            session.replace(COMMAND, ComplexityTable.SPEC, () -> stage.complexities(session.run()));
            session.replace(COMMAND, ProximityTable.SPEC, () -> stage.proximities(session.run()));
            session.replace(COMMAND, SimilarityTable.SPEC, () -> stage.similarities(session.run()));
        }
        results.unpersist();
    }

    private static void noProducts(JobSession session) {
        for (TableSpec table :
                List.of(AdvantageTable.SPEC, ComplexityTable.SPEC, ProximityTable.SPEC, SimilarityTable.SPEC)) {
            session.empty(COMMAND, table);
        }
    }
}

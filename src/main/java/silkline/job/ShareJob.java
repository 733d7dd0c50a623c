package silkline.job;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.stage.ShareStage;
import silkline.table.ConcentrationTable;
import silkline.table.ShareTable;

/** Writes {@code gold.share} and {@code gold.concentration}. */
public final class ShareJob {
    private static final String COMMAND = "shares";
    private static final StructType MEMBERSHIP = new StructType()
            .add("group", DataTypes.StringType)
            .add("member", DataTypes.StringType)
            .add("from", DataTypes.DateType)
            .add("to", DataTypes.DateType);

    private ShareJob() {}

    public static void run(JobSession session) {
        Set<String> aggregates = session.reference().aggregates();
        Dataset<Row> partners = JobSession.kept(ShareStage.partners(session.newest(), session.series(), aggregates));
        session.replace(
                COMMAND,
                ShareTable.SPEC,
                () -> ShareStage.shares(partners, session.series(), memberships(session), aggregates, session.run()));
        session.replace(
                COMMAND,
                ConcentrationTable.SPEC,
                () -> ShareStage.concentration(partners, session.series(), aggregates, session.run()));
        partners.unpersist();
    }

    private static Dataset<Row> memberships(JobSession session) {
        List<Row> rows = session.reference().memberships().stream()
                .map(m -> RowFactory.create(m.group(), m.member(), m.from(), m.to()))
                .toList();
        return session.spark().createDataFrame(rows, MEMBERSHIP);
    }
}

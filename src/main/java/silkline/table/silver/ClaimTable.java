package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.silver.ArticleTable.ARTICLE_ID;
import static silkline.table.silver.ObservationTable.RUN_ID;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Change;
import silkline.claim.Claim;
import silkline.claim.Hedge;
import silkline.claim.Kind;
import silkline.series.Period;
import silkline.table.TableSpec;

/** {@code silver.claim}: the figures that the articles state. */
public final class ClaimTable {
    public static final String CLAIM_ID = "claim_id";

    public static final TableSpec SPEC = TableSpec.named("silver", "claim", "ingest")
            .meaning("The figures that articles state, typed; several periods or indicators are readings left open.")
            .required(CLAIM_ID, StringType, "the claim")
            .required(ARTICLE_ID, StringType, "the article that states it")
            .required("kind", StringType, "level, growth, ratio, share, rank, count, target or cumulative")
            .required("indicators", createArrayType(StringType), "what it may be about")
            .required("ref_area", StringType, "whose figure it is")
            .required("flow", StringType, "X, M, T or _Z")
            .required("counterpart_area", StringType, "with whom")
            .optional("product", StringType, "product; empty: any")
            .required("unit_measure", StringType, "unit of stated: a currency, PCT, FACTOR, COUNT ...")
            .required("stated", StringType, "the figure as printed, before unit_mult")
            .required("stated_high", StringType, "second figure of 'between', else the same")
            .required("unit_mult", IntegerType, "power of ten")
            .required("hedge", StringType, "exact, about, over, at_least, almost, up_to or between")
            .required("periods", createArrayType(StringType), "the periods it may mean; none where it does not say")
            .required("base_periods", createArrayType(StringType), "the periods it may compare with")
            .required("window_years", IntegerType, "'in five years': 5; 0 where not stated")
            .optional("relates_to", StringType, "another claim of the article that it is a part or multiple of")
            .required("bases", createArrayType(StringType), "accounting bases of series that may test it; none: any")
            .required(
                    "totals",
                    createArrayType(StringType),
                    "for shares: what they may be a part of; none: the same indicator")
            .required(
                    "change",
                    StringType,
                    "whether the words say 'by' (which may mean 'to') or 'to' a factor; else none")
            .required("is_in_scope", BooleanType, "whether it is about trade or the economy")
            .required("stated_as", StringType, "the few words that carry the number")
            .optional(
                    "period_as",
                    StringType,
                    "those that carry the time; empty: stated_as does, or the article says none")
            .required("is_proved", BooleanType, "whether the words, read again, say what the other columns say")
            .optional("note", StringType, "remark of the curator")
            .required(RUN_ID, StringType, "the run that brought it")
            .key(CLAIM_ID)
            .build();

    private ClaimTable() {}

    public static Dataset<Row> rows(SparkSession spark, List<Claim> claims, String runId) {
        List<Row> rows = claims.stream()
                .map(c -> RowFactory.create(
                        c.id(),
                        c.articleId(),
                        c.kind().code(),
                        c.indicators(),
                        c.refArea(),
                        c.flow(),
                        c.counterpartArea(),
                        c.product(),
                        c.unitMeasure(),
                        c.stated().toPlainString(),
                        c.high().toPlainString(),
                        c.unitMult(),
                        c.hedge().code(),
                        texts(c.periods()),
                        texts(c.basePeriods()),
                        c.windowYears(),
                        c.relatesTo(),
                        c.bases(),
                        c.totals(),
                        c.change().code(),
                        c.inScope(),
                        c.statedAs(),
                        c.periodAs(),
                        c.isProved(),
                        c.note(),
                        runId))
                .toList();
        return spark.createDataFrame(rows, SPEC.schema());
    }

    public static Claim claim(Row row) {
        return new Claim(
                row.getAs(CLAIM_ID),
                row.getAs(ARTICLE_ID),
                Kind.parse(row.getAs("kind")).orElseThrow(),
                list(row, "indicators"),
                row.getAs("ref_area"),
                row.getAs("flow"),
                row.getAs("counterpart_area"),
                row.getAs("product"),
                row.getAs("unit_measure"),
                new BigDecimal(row.<String>getAs("stated")),
                new BigDecimal(row.<String>getAs("stated_high")),
                row.getAs("unit_mult"),
                Hedge.parse(row.getAs("hedge")).orElseThrow(),
                periods(list(row, "periods")),
                periods(list(row, "base_periods")),
                row.getAs("window_years"),
                row.getAs("relates_to"),
                list(row, "bases"),
                list(row, "totals"),
                Change.parse(row.getAs("change")).orElseThrow(),
                row.getAs("is_in_scope"),
                row.getAs("stated_as"),
                row.getAs("period_as"),
                row.getAs("is_proved"),
                row.getAs("note"));
    }

    private static List<String> list(Row row, String column) {
        return row.getList(row.fieldIndex(column));
    }

    private static List<String> texts(List<Period> periods) {
        return periods.stream().map(Period::toString).toList();
    }

    private static List<Period> periods(List<String> texts) {
        return texts.stream().map(text -> Period.parse(text).orElseThrow()).toList();
    }
}

package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.silver.ObservationTable.RUN_ID;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Article;
import silkline.series.PublicationDate;
import silkline.table.TableSpec;

/** {@code silver.article}: the articles whose figures are checked. */
public final class ArticleTable {
    public static final String ARTICLE_ID = "article_id";

    public static final TableSpec SPEC = TableSpec.named("silver", "article", "ingest")
            .meaning("The articles whose figures are checked; never their text.")
            .required(ARTICLE_ID, StringType, "the article")
            .required("title", StringType, "what it is about, in the curator's words")
            .required("outlet", StringType, "who published it")
            .required("language", StringType, "ISO 639-1 code")
            .required("published_at", StringType, "as far as known: 2025-12-21, 2025-12, 2025, or ../2025-12-21")
            .optional("date_source", StringType, "how the date was found")
            .optional("url", StringType, "its page")
            .required("sha256", StringType, "of the text that the claims were read from")
            .required(RUN_ID, StringType, "the run that brought it")
            .key(ARTICLE_ID)
            .build();

    private ArticleTable() {}

    public static Dataset<Row> rows(SparkSession spark, List<Article> articles, String runId) {
        List<Row> rows = articles.stream()
                .map(a -> RowFactory.create(
                        a.id(),
                        a.title(),
                        a.outlet(),
                        a.language(),
                        a.published().toString(),
                        a.dateSource(),
                        a.url(),
                        a.sha256(),
                        runId))
                .toList();
        return spark.createDataFrame(rows, SPEC.schema());
    }

    public static Article article(Row row) {
        return new Article(
                row.getAs(ARTICLE_ID),
                row.getAs("title"),
                row.getAs("outlet"),
                row.getAs("language"),
                PublicationDate.parse(row.getAs("published_at")).orElseThrow(),
                row.getAs("date_source"),
                row.getAs("url"),
                row.getAs("sha256"));
    }
}

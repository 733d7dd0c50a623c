package silkline.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimParser;
import silkline.claim.ClaimParser.Reading;
import silkline.series.CodeLists;

/** The curated articles and claims: small files, read at once. */
public final class CurationFiles {
    private CurationFiles() {}

    /** A row that could not be used. */
    public record Refused(String datasetId, String file, long line, String rule, String message, String raw) {}

    /** What the files of one dataset hold. */
    public record Content<T>(long rowsRead, List<T> accepted, List<Refused> refused) {}

    static void check(SparkSession spark, DatasetManifest dataset) {
        for (DatasetManifest.FileEntry file : dataset.files()) {
            FileContract contract =
                    new FileContract(dataset, file, spark.sparkContext().hadoopConfiguration());
            contract.checkBytes();
            switch (dataset.format()) {
                case SourceFormats.ARTICLES -> contract.checkText(ClaimParser.ARTICLE_COLUMNS, List.of());
                case SourceFormats.CLAIMS -> contract.checkText(ClaimParser.CLAIM_COLUMNS, List.of());
                default -> {} // code lists: see ReferenceData
            }
        }
    }

    public static Content<Article> articles(SparkSession spark, DatasetManifest dataset, CodeLists codes) {
        return read(spark, dataset, new ClaimParser(codes, dataset.locale())::article, Article::id);
    }

    public static Content<Claim> claims(SparkSession spark, DatasetManifest dataset, CodeLists codes) {
        return read(spark, dataset, new ClaimParser(codes, dataset.locale())::claim, Claim::id);
    }

    private static <T> Content<T> read(
            SparkSession spark,
            DatasetManifest dataset,
            Function<UnaryOperator<String>, Reading<T>> parser,
            Function<T, String> id) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<T> accepted = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        long rows = 0;
        for (DatasetManifest.FileEntry file : dataset.files()) {
            for (Iterator<Csv.Line> lines = Csv.lines(dataset.location(file), hadoop); lines.hasNext(); ) {
                Csv.Line line = lines.next();
                rows++;
                Reading<T> reading = line.problem().isEmpty()
                        ? parser.apply(line::cell)
                        : new Reading.Rejected<>("CELLS", line.problem());
                if (reading instanceof Reading.Accepted<T> good
                        && accepted.stream().noneMatch(other -> id.apply(other).equals(id.apply(good.value())))) {
                    accepted.add(good.value());
                } else {
                    Reading.Rejected<T> bad = reading instanceof Reading.Rejected<T> rejected
                            ? rejected
                            : new Reading.Rejected<>("DUPLICATE_KEY", "its id stands in an earlier row too");
                    refused.add(new Refused(
                            dataset.id(), file.path(), line.number(), bad.rule(), bad.message(), line.raw()));
                }
            }
        }
        return new Content<>(rows, accepted, refused);
    }
}

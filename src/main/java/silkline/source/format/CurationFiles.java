package silkline.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.curation.ClaimParser;
import silkline.claim.curation.ClaimParser.Reading;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.FileContract;
import silkline.source.Piece;
import silkline.source.layout.CsvDialect;
import silkline.source.layout.CsvPieces;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;

/** The curated articles and claims: small files, read at once. */
public final class CurationFiles {
    private CurationFiles() {}

    /** A row that could not be used. */
    public record Refused(String datasetId, String file, long line, String rule, String message, String raw) {}

    /** What the files of one dataset hold. */
    public record Content<T>(long rowsRead, List<T> accepted, List<Refused> refused) {}

    static void check(SparkSession spark, DatasetManifest dataset) {
        for (FileContract contract : FileContract.of(spark, dataset)) {
            contract.checkBytes();
            switch (dataset.format()) {
                case SourceFormats.ARTICLES ->
                    contract.checkHeader(contract.columns(CsvDialect.PLAIN), ClaimParser.ARTICLE_COLUMNS, List.of());
                case SourceFormats.CLAIMS ->
                    contract.checkHeader(
                            contract.columns(CsvDialect.PLAIN),
                            ClaimParser.CLAIM_COLUMNS,
                            ClaimParser.OPTIONAL_CLAIM_COLUMNS);
                default -> {} // code lists: see ReferenceData
            }
        }
    }

    public static Content<Article> articles(SparkSession spark, DatasetManifest dataset, CodeLists codes) {
        return read(spark, dataset, new ClaimParser(codes, dataset.locale(), Map.of())::article, Article::id);
    }

    /** {@code articles} are those that the claims may be of, by id. */
    public static Content<Claim> claims(
            SparkSession spark, DatasetManifest dataset, CodeLists codes, Map<String, Article> articles) {
        return read(spark, dataset, new ClaimParser(codes, dataset.locale(), articles)::claim, Claim::id);
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
            NativeRows lines = CsvPieces.read(Piece.whole(dataset, file), CsvDialect.PLAIN, hadoop);
            while (lines.rows().hasNext()) {
                NativeRow line = lines.rows().next();
                rows++;
                Reading<T> reading = line.problem().isEmpty()
                        ? parser.apply(column -> cell(lines, line, column))
                        : new Reading.Rejected<>("CELLS", line.problem());
                if (reading instanceof Reading.Accepted<T> good
                        && accepted.stream().noneMatch(other -> id.apply(other).equals(id.apply(good.value())))) {
                    accepted.add(good.value());
                } else {
                    Reading.Rejected<T> bad = reading instanceof Reading.Rejected<T> rejected
                            ? rejected
                            : new Reading.Rejected<>("DUPLICATE_KEY", "its id stands in an earlier row too");
                    refused.add(new Refused(
                            dataset.id(),
                            file.path(),
                            line.line(),
                            bad.rule(),
                            bad.message(),
                            line.raw().get()));
                }
            }
        }
        return new Content<>(rows, accepted, refused);
    }

    /** Empty where the file leaves the column out. */
    private static String cell(NativeRows lines, NativeRow line, String column) {
        int index = lines.columns().indexOf(column);
        return index < 0 ? "" : line.cell(index);
    }
}

package silkline.source.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import silkline.UserError;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.SourceFormat;

/** All formats of observations. */
public final class SourceFormats {
    /** Formats that hold no observations: curated articles, their claims, and code lists. */
    public static final String ARTICLES = "articles-csv";

    public static final String CLAIMS = "claims-csv";
    public static final String REFERENCE = "reference";

    private static final List<SourceFormat> ALL = List.of(
            new CuratedCsv(),
            new CuratedParquet(),
            new MappedCsv(),
            new ComtradeCsv(),
            new WorldBankCsv(),
            new ImfDotsCsv(),
            new ImfPortalCsv(),
            new BaciCsv(),
            new WitsCsv(),
            new SdmxCsv(),
            new BnsCsv(),
            new SiatCsv(),
            new ImfDotsXlsx(),
            new SdmxMl(),
            new SdmxJson(),
            new JsonStat(),
            new ComtradeJson(),
            new WorldBankJson(),
            new SiatJson());

    private SourceFormats() {}

    public static List<SourceFormat> all() {
        return ALL;
    }

    /** The format of a dataset of observations; empty for those that hold none. */
    public static Optional<SourceFormat> of(DatasetManifest dataset) {
        if (List.of(ARTICLES, CLAIMS, REFERENCE).contains(dataset.format())) {
            return Optional.empty();
        }
        return Optional.of(ALL.stream()
                .filter(format -> format.id().equals(dataset.format()))
                .findFirst()
                .orElseThrow(() -> UserError.contract(
                        dataset.id() + "/" + DatasetManifest.FILE_NAME,
                        "format '%s' is not known.".formatted(dataset.format()),
                        "Known: %s.".formatted(known()))));
    }

    /** Throws a {@link UserError} where a file of the dataset breaks its contract. */
    public static void check(SparkSession spark, DatasetManifest dataset, CodeLists codes) {
        of(dataset)
                .ifPresentOrElse(
                        format -> format.check(spark, dataset, codes), () -> CurationFiles.check(spark, dataset));
    }

    private static String known() {
        return Stream.concat(ALL.stream().map(SourceFormat::id), Stream.of(ARTICLES, CLAIMS, REFERENCE))
                .collect(Collectors.joining(", "));
    }
}

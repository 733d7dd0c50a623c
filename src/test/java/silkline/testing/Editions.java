package silkline.testing;

import static silkline.testing.SampleDataset.copy;
import static silkline.testing.SampleDataset.replaceText;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.Tables;

/** The small datasets and a later edition of them, and what a lake made of them. */
public final class Editions {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    /** What tells one run from another. */
    private static final Set<String> OF_THE_RUN = Set.of("run_id", "ingested_at");

    private Editions() {}

    public static Path first(Path folder) {
        return copy(DATASETS, folder);
    }

    /**
     * With everything that an ingest can meet: a revision, a value said again, a new series, a vintage with two values, a
     * code that is not known, another article, a claim that is gone, and files that say what they said before.
     */
    public static Path second(Path folder) {
        copy(DATASETS, folder);
        String row = "goods_trade,A,KAZ,X,UZB,TOTAL,USD,6,V,customs,2015,";
        String text = row + "100,A,,table 1\n";
        replaceText(
                folder.resolve("trade"),
                "trade.csv",
                text,
                text
                        + row + "101,A,2025-09-30,revised\n"
                        + row + "101,A,2025-10-31,said again\n"
                        + row + "102,A,2025-09-30,conflict\n"
                        + text
                        + text.replace("A,KAZ,X,UZB", "A,KAZ,X,KGZ")
                        + text.replace("UZB", "UZX"));
        replaceText(folder.resolve("articles"), "articles.csv", "An article of the tests", "An article, renamed");
        replaceText(
                folder.resolve("claims"),
                "claims.csv",
                "s-2,small-1,growth,gdp_growth,UZB,,,,PCT,9,,0,over,2024,,,,in,more than 9 %,\n",
                "");
        return folder;
    }

    /** The rows of every silver table, but for what tells one run from another; empty where there is no table. */
    public static Map<String, List<String>> silver(Lake lake) {
        Map<String, List<String>> content = new LinkedHashMap<>();
        for (TableSpec table : Tables.all()) {
            if (table.layer().equals("silver")) {
                Dataset<Row> rows = lake.readOrEmpty(table);
                String[] columns = Arrays.stream(rows.columns())
                        .filter(column -> !OF_THE_RUN.contains(column))
                        .toArray(String[]::new);
                content.put(table.toString(), Rows.lines(rows, columns));
            }
        }
        return content;
    }
}

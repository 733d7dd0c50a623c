package silkline.source.format;


import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.source.format.TreeFiles.Outcome;

class ImfDotsXlsxTest {
    private static final ImfDotsXlsx FORMAT = new ImfDotsXlsx();

    @ParameterizedTest
    @CsvSource({"DOTS_1.xlsx", "DOTS_103.xlsx", "DOTS_109.xlsx", "DOTS_13.xlsx", "DOTS_192.xlsx", "DOTS_201.xlsx", "DOTS_210.xlsx"})
    void dbg(String name) {
        Outcome found = TreeFiles.read(FORMAT, TreeFiles.sample("imf-dots-xlsx/" + name));
        System.out.println(name + " " + found.accepted().size() + " " + found.broken());
        System.out.println(found.accepted().subList(0, 12));
        System.out.println(found.problems().stream().map(p -> p.replaceAll("^\\d+ ", "")).distinct().limit(400).toList());
    }
}

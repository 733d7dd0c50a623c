package silkline.source.format;

import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import silkline.source.format.TreeFiles.Outcome;

class DbgTest {
    @Test
    void dbg() throws Exception {
        for (String arg : System.getProperty("dbg").split(",")) {
            String[] a = arg.split("=");
            TreeFormat f = (TreeFormat) Class.forName("silkline.source.format." + a[0]).getConstructor().newInstance();
            try (DirectoryStream<Path> fs = Files.newDirectoryStream(Path.of("../shared/data/formats/" + a[1]))) {
                List<Path> all = new ArrayList<>(); fs.forEach(all::add); Collections.sort(all);
                for (Path p : all) {
                    String m = System.getProperty("map", "{}");
                    try {
                        Outcome o = TreeFiles.read(f, p, m);
                        System.out.println("## " + p.getFileName() + " " + o.accepted().size() + " " + o.broken());
                        o.accepted().stream().limit(3).forEach(System.out::println);
                        o.problems().stream().map(x -> x.replaceAll("^\\d+ ", "")).distinct().limit(3).forEach(System.out::println);
                    } catch (silkline.UserError e) {
                        System.out.println("## " + p.getFileName() + " REFUSED " + e.getMessage());
                    }
                }
            }
        }
    }
}

package silkline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import silkline.report.page.HtmlReport;

/** The made-up report with every kind of block. */
class SamplePageIT extends PageContract {
    @Override
    String name() {
        return "sample";
    }

    @Override
    Path page() {
        return written("sample.html", SampleReport.report());
    }

    static Path written(String name, Report report) {
        try {
            return Files.writeString(PICTURES.resolve(name), HtmlReport.render(report));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

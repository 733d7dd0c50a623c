package silkline.report;

import java.nio.file.Path;
import silkline.testing.MainRun;

/** The report of the main job on the shipped datasets. */
class MainPageIT extends PageContract {
    @Override
    String name() {
        return "main";
    }

    @Override
    Path page() {
        MainRun.once();
        return MainRun.FOLDER.resolve("reports/report.html");
    }
}

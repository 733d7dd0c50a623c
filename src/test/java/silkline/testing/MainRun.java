package silkline.testing;

import java.nio.file.Path;

/** The main job on the shipped datasets, run once for all tests of the packaged product, from a folder of their own. */
public final class MainRun {
    /** Where the product runs; the lake and the reports are in it. */
    public static final Path FOLDER = Path.of("target/it");

    public static final Path LAKE = FOLDER.resolve("lake");
    public static final Path SUMMARY = FOLDER.resolve("reports/summary.json");

    private static Command.Result result;

    private MainRun() {}

    /** What it printed; the first call runs it, on the Spark jars that the build resolved. */
    public static synchronized Command.Result once() {
        if (result == null) {
            Folders.delete(LAKE);
            Folders.delete(SUMMARY.getParent());
            Folders.create(FOLDER);
            result = Command.of("../../jobs/run.sh", "--datasets", "../../datasets")
                    .in(FOLDER)
                    .run("main");
        }
        return result;
    }
}

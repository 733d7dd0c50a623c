package silkline.stage.report;

import java.util.List;
import silkline.report.Block;
import silkline.report.Table;

/** The blocks of a section. */
final class Blocks {
    private Blocks() {}

    /** A table without rows says nothing and is left out. */
    static void addUnlessEmpty(List<Block> blocks, Table table) {
        if (!table.rows().isEmpty()) {
            blocks.add(table);
        }
    }
}

package silkline.source.format;

import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.FileContract;
import silkline.source.FileFormat;
import silkline.source.Piece;
import silkline.source.RawRow;
import silkline.source.layout.CsvDialect;
import silkline.source.layout.CsvPieces;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;

/** The project's own comma-separated format: columns are named as the cells of an observation. */
public final class CuratedCsv implements FileFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
        return "curated-csv";
    }

    @Override
    public void check(Configuration hadoop, DatasetManifest dataset, CodeLists codes) {
        for (FileContract contract : FileContract.of(hadoop, dataset)) {
            contract.checkBytes();
            contract.checkHeader(contract.columns(CsvDialect.PLAIN), Cell.required(), Cell.optional());
        }
    }

    @Override
    public List<Piece> pieces(DatasetManifest dataset, DatasetManifest.FileEntry file, Configuration hadoop) {
        return CsvPieces.of(dataset, file, CsvDialect.PLAIN, hadoop);
    }

    @Override
    public Iterator<RawRow> rows(Piece piece, Configuration hadoop, CodeLists codes) {
        NativeRows rows = CsvPieces.read(piece, CsvDialect.PLAIN, hadoop);
        int[] positions = Cell.all().stream()
                .mapToInt(cell -> rows.columns().indexOf(cell.column()))
                .toArray();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.rows().hasNext();
            }

            @Override
            public RawRow next() {
                return row(piece, rows.rows().next(), positions);
            }
        };
    }

    private static RawRow row(Piece piece, NativeRow row, int[] positions) {
        String datasetId = piece.dataset().id();
        if (!row.problem().isEmpty()) {
            return RawRow.broken(datasetId, piece.name(), row.line(), row.raw(), "CELLS", row.problem());
        }
        String[] cells = new String[positions.length];
        for (int i = 0; i < positions.length; i++) {
            cells[i] = positions[i] < 0 ? null : row.cell(positions[i]);
        }
        return RawRow.of(datasetId, piece.name(), row.line(), row.raw(), cells);
    }
}

package silkline.source.format;

import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.FileContract;
import silkline.source.FileFormat;
import silkline.source.Piece;
import silkline.source.RawRow;
import silkline.source.layout.CsvDialect;
import silkline.source.layout.CsvPieces;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapper;
import silkline.source.mapping.Mapping;

/** Any file of separated values, long or wide, read as {@code "mapping"} in {@code dataset.json} says. */
public final class MappedCsv implements FileFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public void check(Configuration hadoop, DatasetManifest dataset, CodeLists codes) {
        Mapping mapping = dataset.mapping();
        for (FileContract contract : FileContract.of(hadoop, dataset)) {
            contract.checkBytes();
            contract.checkMapping(mapping, contract.columns(dialect(mapping)), codes);
        }
    }

    @Override
    public List<Piece> pieces(DatasetManifest dataset, DatasetManifest.FileEntry file, Configuration hadoop) {
        return CsvPieces.of(dataset, file, dialect(dataset.mapping()), hadoop);
    }

    @Override
    public Iterator<RawRow> rows(Piece piece, Configuration hadoop, CodeLists codes) {
        Mapping mapping = piece.dataset().mapping();
        NativeRows rows = CsvPieces.read(piece, dialect(mapping), hadoop);
        return Mapper.map(mapping, rows, codes, piece.dataset().id(), piece.name());
    }

    private static CsvDialect dialect(Mapping mapping) {
        return mapping.dialect().orElse(CsvDialect.PLAIN);
    }
}

package silkline.source.format;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import silkline.UserError;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
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

/**
 * Files of separated text that an office publishes. Their header tells which of the office's layouts they have; large ones
 * are read in pieces side by side, so that any size will do. {@code "mapping"} in {@code dataset.json} goes on top.
 */
interface OfficialCsv extends FileFormat {
    /** The rows of a file with what is derived from their cells, and how they are read. */
    record Reading(NativeRows rows, Mapping mapping) {}

    /** A file, or a piece of one. */
    record Source(DatasetManifest dataset, String file, CodeLists codes) {
        /** Whether all of these columns are there. */
        static boolean has(NativeRows rows, String... columns) {
            return rows.columns().containsAll(List.of(columns));
        }
    }

    /** How rows of such columns are read; empty where the format has no such layout. */
    Optional<Reading> reading(NativeRows rows, Source source);

    /** What the format reads, to finish the sentence "this format reads ...". */
    String layouts();

    /** How the file is written. */
    default CsvDialect dialect(DatasetManifest dataset, String location, Configuration hadoop) {
        return dataset.mapping().dialect().orElse(CsvDialect.PLAIN);
    }

    /** Whether a file of the dataset holds data; others may lie beside it and are not read. */
    default boolean holdsData(String file) {
        return true;
    }

    /** Whether numbers may be written otherwise than with a decimal point. */
    default boolean hasOtherLocales() {
        return false;
    }

    @Override
    default void check(Configuration hadoop, DatasetManifest dataset, CodeLists codes) {
        if (dataset.locale() != NumberLocale.EN && !hasOtherLocales()) {
            throw UserError.contract(
                    dataset.id() + "/" + DatasetManifest.FILE_NAME,
                    "the numbers of %s are written with a decimal point.".formatted(id()),
                    "Write \"locale\": \"en\".");
        }
        if (dataset.files().stream().noneMatch(file -> holdsData(file.path()))) {
            throw UserError.contract(
                    dataset.id() + "/" + DatasetManifest.FILE_NAME,
                    "names no file that holds data of %s, which reads %s.".formatted(id(), layouts()),
                    "Add it.");
        }
        for (FileContract contract : FileContract.of(hadoop, dataset)) {
            contract.checkBytes();
            if (holdsData(contract.name())) {
                check(contract, dataset, hadoop, codes);
            }
        }
    }

    private void check(FileContract contract, DatasetManifest dataset, Configuration hadoop, CodeLists codes) {
        List<String> columns = contract.columns(dialect(dataset, contract.location(), hadoop));
        Reading reading = reading(NativeRows.none(columns), new Source(dataset, contract.name(), codes))
                .orElseThrow(() -> contract.contract(
                        "is no file of %s, which reads %s. Found: %s."
                                .formatted(id(), layouts(), String.join(", ", columns)),
                        "Download it in one of these layouts, or read it with format csv and a \"mapping\"."));
        contract.checkMapping(
                reading.mapping().with(dataset.mapping()), reading.rows().columns(), codes);
    }

    @Override
    default List<Piece> pieces(DatasetManifest dataset, DatasetManifest.FileEntry file, Configuration hadoop) {
        return holdsData(file.path())
                ? CsvPieces.of(dataset, file, dialect(dataset, dataset.location(file), hadoop), hadoop)
                : List.of();
    }

    @Override
    default Iterator<RawRow> rows(Piece piece, Configuration hadoop, CodeLists codes) {
        DatasetManifest dataset = piece.dataset();
        NativeRows rows = CsvPieces.read(piece, dialect(dataset, piece.location(), hadoop), hadoop);
        Reading reading =
                reading(rows, new Source(dataset, piece.name(), codes)).orElseThrow();
        return Mapper.map(reading.mapping().with(dataset.mapping()), reading.rows(), codes, dataset.id(), piece.name());
    }
}

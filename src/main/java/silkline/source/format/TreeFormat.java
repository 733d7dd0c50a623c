package silkline.source.format;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
import silkline.source.DatasetManifest;
import silkline.source.FileContract;
import silkline.source.FileFormat;
import silkline.source.Piece;
import silkline.source.RawRow;
import silkline.source.layout.BrokenLayout;
import silkline.source.layout.InputFile;
import silkline.source.layout.NativeRow;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapper;
import silkline.source.mapping.Mapping;

/**
 * A format whose files are trees or workbooks. One task reads a file, as a stream. {@link #check} reads it to its end, so
 * that a file that breaks in its middle is refused before anything of it is kept.
 */
public interface TreeFormat extends FileFormat {
    /** The rows of a file in the source's own columns, and how these become cells, before what {@code dataset.json} adds. */
    record Reading(NativeRows rows, Mapping mapping) {}

    /**
     * Begins to read a file; throws {@link BrokenLayout} where it is not of this format, now or as its rows are asked for.
     *
     * @param own what {@code dataset.json} says in {@code "mapping"}
     */
    Reading open(InputFile file, CodeLists codes, Mapping own);

    @Override
    default void check(Configuration hadoop, DatasetManifest dataset, CodeLists codes) {
        for (FileContract contract : FileContract.of(hadoop, dataset)) {
            check(contract, dataset, hadoop, codes);
        }
    }

    /** Refuses a file that is not of this format, or cannot be read to its end. */
    private void check(FileContract contract, DatasetManifest dataset, Configuration hadoop, CodeLists codes) {
        contract.checkBytes();
        if (dataset.locale() != NumberLocale.EN) {
            throw contract.contract(
                    "is %s, whose numbers are written with a decimal point.".formatted(id()),
                    "Write \"locale\": \"en\".");
        }
        try {
            Reading reading = open(new InputFile(contract.location(), hadoop), codes, dataset.mapping());
            NativeRows rows = reading.rows();
            contract.checkMapping(reading.mapping().with(dataset.mapping()), rows.columns(), codes);
            if (!rows.rows().hasNext()) {
                throw contract.contract(
                        "holds no observation that %s could read.".formatted(id()), "Leave it out of dataset.json.");
            }
            rows.rows().forEachRemaining(NativeRow::line);
        } catch (BrokenLayout broken) {
            throw contract.contract(broken.getMessage(), broken.remedy());
        } catch (UncheckedIOException failure) {
            throw contract.contract(
                    "is damaged or cut off (%s).".formatted(failure.getCause().getMessage()), "Fetch the file again.");
        }
    }

    /** Refuses rows that lack a column; {@code what} is what the file should be. */
    static void require(NativeRows rows, List<String> columns, String what, String remedy) {
        for (String column : columns) {
            if (!rows.columns().contains(column)) {
                throw new BrokenLayout(
                        rows.columns().isEmpty()
                                ? "is not %s: it has none of its records.".formatted(what)
                                : "is not %s: no record has '%s'. Found: %s."
                                        .formatted(what, column, String.join(", ", rows.columns())),
                        remedy);
            }
        }
    }

    @Override
    default Iterator<RawRow> rows(Piece piece, Configuration hadoop, CodeLists codes) {
        DatasetManifest dataset = piece.dataset();
        Reading reading = open(new InputFile(piece.location(), hadoop), codes, dataset.mapping());
        return Mapper.map(reading.mapping().with(dataset.mapping()), reading.rows(), codes, dataset.id(), piece.name());
    }
}

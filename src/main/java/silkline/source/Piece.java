package silkline.source;

import java.io.Serializable;
import java.util.List;

/**
 * What one task reads: a whole file, or the records of a large one between two bytes of its (unpacked) text.
 *
 * @param dataset the dataset it belongs to
 * @param name the file within the dataset
 * @param location its full path
 * @param columns the columns of the file, known where the piece does not begin with them; else empty
 * @param firstLine the line at {@code from}
 * @param from first byte
 * @param to the byte after the last one
 */
public record Piece(
        DatasetManifest dataset, String name, String location, List<String> columns, long firstLine, long from, long to)
        implements Serializable {
    public Piece {
        columns = List.copyOf(columns);
    }

    /** The whole of a file. */
    public static Piece whole(DatasetManifest dataset, DatasetManifest.FileEntry file) {
        return new Piece(dataset, file.path(), dataset.location(file), List.of(), 1, 0, Long.MAX_VALUE);
    }

    /** Where it lies; no two pieces have the same. */
    public String place() {
        return dataset.id() + "/" + name + " from " + from;
    }
}

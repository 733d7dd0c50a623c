package silkline.source.layout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hadoop.conf.Configuration;
import silkline.source.DatasetManifest;
import silkline.source.Files;
import silkline.source.Piece;

/**
 * Cuts large files of separated values into pieces that tasks read side by side, each beginning with a record whose line
 * number is known. A packed file is unpacked by every task up to its own piece, which costs far less than reading the rows.
 */
public final class CsvPieces {
    /** Text below this size is not worth a second task. */
    static final long PIECE_BYTES = 8L << 20;

    /** How many times smaller a packed file is, about; its pieces are larger, since each task unpacks those before its own. */
    private static final int PACKED = 4;

    private CsvPieces() {}

    /** The pieces of a file; one where it is small. */
    public static List<Piece> of(
            DatasetManifest dataset, DatasetManifest.FileEntry file, CsvDialect dialect, Configuration hadoop) {
        return of(dataset, file, dialect, hadoop, PIECE_BYTES);
    }

    static List<Piece> of(
            DatasetManifest dataset,
            DatasetManifest.FileEntry file,
            CsvDialect dialect,
            Configuration hadoop,
            long pieceBytes) {
        Piece whole = Piece.whole(dataset, file);
        try {
            long enough = Files.isPacked(whole.location()) ? pieceBytes * PACKED : pieceBytes;
            long size = Files.size(whole.location(), hadoop) * (Files.isPacked(whole.location()) ? PACKED : 1);
            if (size <= pieceBytes || dialect.encoding().startsWith("UTF-16")) { // a line end is two bytes there
                return List.of(whole);
            }
            List<String> columns = read(whole, dialect, hadoop).columns();
            try (InputStream plain = Files.plain(whole.location(), hadoop)) {
                List<Piece> pieces = cut(whole, columns, dialect, plain, enough);
                return pieces.size() == 1 ? List.of(whole) : pieces;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The rows of a piece. */
    public static NativeRows read(Piece piece, CsvDialect dialect, Configuration hadoop) {
        try {
            if (piece.from() == 0) {
                InputStream bytes = Files.plain(piece.location(), hadoop);
                return CsvRows.read(text(bounded(bytes, piece.to()), dialect), dialect);
            }
            InputStream bytes = Files.plainFrom(piece.location(), piece.from(), hadoop);
            Reader text = text(bounded(bytes, piece.to() - piece.from()), dialect);
            return CsvRows.readBelow(piece.columns(), text, dialect, piece.firstLine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader text(InputStream bytes, CsvDialect dialect) throws IOException {
        return Files.text(bytes, dialect.charset());
    }

    private static InputStream bounded(InputStream bytes, long most) throws IOException {
        return most == Long.MAX_VALUE
                ? bytes
                : BoundedInputStream.builder()
                        .setInputStream(bytes)
                        .setMaxCount(most)
                        .get();
    }

    /** Follows the quotes byte by byte: only a line end outside of them ends a record. */
    private static List<Piece> cut(
            Piece whole, List<String> columns, CsvDialect dialect, InputStream plain, long pieceBytes)
            throws IOException {
        List<Piece> pieces = new ArrayList<>();
        InputStream bytes = new BufferedInputStream(plain, 1 << 16);
        long position = 0;
        long from = 0;
        long line = 1;
        long firstLine = 1;
        CsvQuotes quotes = new CsvQuotes(dialect.delimiter(), false);
        byte[] buffer = new byte[1 << 16];
        for (int count = bytes.read(buffer); count > 0; count = bytes.read(buffer)) {
            for (int i = 0; i < count; i++) {
                int b = buffer[i];
                position++;
                quotes.pass(b);
                if (b == '\n') {
                    line++;
                    if (!quotes.areOpen() && position - from >= pieceBytes) {
                        pieces.add(piece(whole, columns, firstLine, from, position));
                        from = position;
                        firstLine = line;
                    }
                }
            }
        }
        if (position > from) {
            pieces.add(piece(whole, columns, firstLine, from, position));
        }
        return pieces;
    }

    private static Piece piece(Piece whole, List<String> columns, long firstLine, long from, long to) {
        return new Piece(whole.dataset(), whole.name(), whole.location(), columns, firstLine, from, to);
    }
}

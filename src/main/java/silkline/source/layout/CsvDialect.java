package silkline.source.layout;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file of separated values is written, where RFC 4180 leaves it open.
 *
 * @param delimiter between two cells
 * @param skipLines physical lines before the header
 * @param headerMark the first cell of the header, where the lines before it are not counted; else empty
 * @param encoding name of the character set
 */
public record CsvDialect(char delimiter, int skipLines, String headerMark, String encoding) implements Serializable {
    /** Commas, UTF-8, and the header in the first line. */
    public static final CsvDialect PLAIN = new CsvDialect(',', 0, "", StandardCharsets.UTF_8.name());

    /** The header is the first line that begins with this cell; what stands before it is not read. */
    public static CsvDialect withHeaderMark(String firstCell) {
        return new CsvDialect(',', 0, firstCell, StandardCharsets.UTF_8.name());
    }

    public Charset charset() {
        return Charset.forName(encoding);
    }
}

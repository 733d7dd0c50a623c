package silkline.source.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The sheets of an Excel workbook ({@code .xlsx}, ECMA-376), row by row. The packed file and its table of texts are held
 * in memory; sheets are streamed. Before that every part is unpacked once and must be well-formed XML without a document
 * type, below {@link #UNPACKED_BYTES} in all: a small file that unpacks to a huge one is refused, not tried.
 */
public final class XlsxWorkbook {
    /** The largest file, packed. */
    static final long PACKED_BYTES = 64L << 20;

    /** The largest sum of its parts. */
    static final long UNPACKED_BYTES = 256L << 20;

    /** The most parts; the offices' workbooks have about ten. */
    private static final int PARTS = 2_000;

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");
    private static final String SAVE_AGAIN = "Fetch the file again, or open and save it as .xlsx.";

    /** A row with its texts, by column from A on; empty cells are empty texts. */
    public record SheetRow(String sheet, long row, List<String> cells) {
        public SheetRow {
            cells = List.copyOf(cells);
        }

        /** The text of a column counted from 0; empty behind the last one. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private XlsxWorkbook() {}

    /** All rows of all sheets that are not hidden, sheet by sheet. */
    public static Iterator<SheetRow> rows(InputFile file) {
        byte[] bytes = PulledRows.reading(() -> bytes(file));
        checkParts(bytes);
        return said(() -> new Rows(new ReadableWorkbook(new ByteArrayInputStream(bytes))));
    }

    /** The rows of one sheet after the other; a stream of them all would hold a whole sheet. */
    private static final class Rows implements Iterator<SheetRow> {
        private final Iterator<Sheet> sheets;
        private String name = "";
        private Iterator<Row> rows = Collections.emptyIterator();

        Rows(ReadableWorkbook workbook) {
            sheets = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .iterator();
        }

        @Override
        public boolean hasNext() {
            return said(() -> {
                while (!rows.hasNext() && sheets.hasNext()) {
                    Sheet sheet = sheets.next();
                    name = sheet.getName();
                    rows = sheet.openStream().iterator();
                }
                return rows.hasNext();
            });
        }

        @Override
        public SheetRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = said(rows::next);
            return new SheetRow(name, row.getRowNum(), texts(row));
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(cell == null ? "" : text(cell));
        }
        return texts;
    }

    /** Numbers as Excel shows them: it keeps doubles, and writes 0.4 into the file as 0.40000000000000002. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return Double.toString(cell.asNumber().doubleValue());
        }
        String text = cell.getRawValue();
        return text == null ? "" : text;
    }

    private static byte[] bytes(InputFile file) throws IOException {
        try (InputStream packed = file.open()) {
            byte[] bytes = packed.readNBytes((int) PACKED_BYTES + 1);
            if (bytes.length > PACKED_BYTES) {
                throw tooLarge("more than %d MB".formatted(PACKED_BYTES >> 20));
            }
            if (bytes.length > 2 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
                throw new BrokenLayout(
                        "is a workbook of Excel 97 (.xls), which is not read.",
                        "Open it and save it as .xlsx, or as CSV with a mapping (format csv).");
            }
            return bytes;
        }
    }

    private static void checkParts(byte[] bytes) {
        said(() -> {
            long left = UNPACKED_BYTES;
            try (ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                    .get()) {
                List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
                if (parts.size() > PARTS) {
                    throw tooLarge("%,d parts".formatted(parts.size()));
                }
                for (ZipArchiveEntry part : parts) {
                    left -= check(zip, part, left);
                }
            }
            return left;
        });
    }

    /** Reads a part to its end and gives its size. */
    private static long check(ZipFile zip, ZipArchiveEntry part, long left) throws IOException, XMLStreamException {
        try (BoundedInputStream content = BoundedInputStream.builder()
                .setInputStream(zip.getInputStream(part))
                .setMaxCount(left + 1)
                .get()) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                checkXml(CloseShieldInputStream.wrap(content));
            }
            content.transferTo(OutputStream.nullOutputStream());
            if (content.getCount() > left) {
                throw tooLarge("more than %d MB once unpacked".formatted(UNPACKED_BYTES >> 20));
            }
            return content.getCount();
        }
    }

    /** A cell far to the right would make the reader hold a row of millions of empty ones. */
    private static void checkXml(InputStream content) throws XMLStreamException {
        XMLStreamReader xml = Xml.open(content);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                if (reference != null && !REFERENCE.matcher(reference).matches()) {
                    throw new BrokenLayout("has a cell '%s', which Excel has not.".formatted(reference), SAVE_AGAIN);
                }
            }
        }
    }

    private static BrokenLayout tooLarge(String size) {
        return new BrokenLayout(
                "is too large for a workbook: %s.".formatted(size),
                "Save its sheets as CSV and read them with a mapping (format csv), which has no limit.");
    }

    /** The reader throws all kinds of exceptions where a part is missing or a cell makes no sense. */
    private static <T> T said(PulledRows.Reading<T> reading) {
        try {
            return PulledRows.reading(reading);
        } catch (BrokenLayout broken) {
            throw broken;
        } catch (RuntimeException broken) {
            Throwable cause = broken.getCause() instanceof ZipException ? broken.getCause() : broken;
            throw new BrokenLayout(
                    "is not an .xlsx workbook that can be read (%s).".formatted(cause.getMessage()), SAVE_AGAIN);
        }
    }
}

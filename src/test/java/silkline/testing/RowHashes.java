package silkline.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.spark.sql.Row;

/** Rows and their hash, whatever their order; {@code src/test/python/read_every_table.py} computes the same. */
public final class RowHashes {
    private static final int MANY = 20_000;
    private static final int SOME = 16;
    private static final long MASK = (1L << 60) - 1;
    /** Of 32 digits so many fit a long. */
    private static final int DIGITS = 15;

    private RowHashes() {}

    /** {@code 4918 659899419183758421}: number of rows and hash; of many rows some go into the hash. */
    public static String of(List<Row> rows) {
        long total = 0;
        for (Row row : rows) {
            if (rows.size() <= MANY || crc(text(row.get(0)) + text(row.get(1))) % SOME == 0) {
                total = (total + hash(cells(row).collect(Collectors.joining("|")))) & MASK;
            }
        }
        return rows.size() + " " + total;
    }

    private static java.util.stream.Stream<String> cells(Row row) {
        return IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i)));
    }

    private static String text(Object cell) {
        if (cell == null) {
            return "-";
        }
        if (cell instanceof Double number) {
            return "%016x".formatted(Double.doubleToRawLongBits(number));
        }
        if (cell instanceof String words) {
            return words.getBytes(StandardCharsets.UTF_8).length + ":" + words;
        }
        if (cell instanceof Instant time) {
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        }
        if (cell instanceof Row row) {
            return cells(row).collect(Collectors.joining(",", "{", "}"));
        }
        if (cell instanceof scala.collection.Seq<?> list) {
            return scala.jdk.javaapi.CollectionConverters.asJava(list).stream()
                    .map(RowHashes::text)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (cell instanceof Boolean || cell instanceof Integer || cell instanceof Long || cell instanceof LocalDate) {
            return cell.toString();
        }
        throw new IllegalArgumentException("no text for a cell of " + cell.getClass());
    }

    private static long crc(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static long hash(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(line.getBytes(StandardCharsets.UTF_8));
            String hex = "%032x".formatted(new BigInteger(1, digest));
            return Long.parseLong(hex.substring(0, DIGITS), 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

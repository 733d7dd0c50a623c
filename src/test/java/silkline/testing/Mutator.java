package silkline.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Spoils files as transport, editors and people do; equal seeds spoil alike. */
public final class Mutator {
    private static final String SEPARATORS = ",;\t|:";

    private final Random random;

    public Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** The file with one to three things done to it. */
    public byte[] mutate(byte[] original) {
        byte[] file = original.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            file = mutateOnce(file);
        }
        return file;
    }

    private byte[] mutateOnce(byte[] file) {
        if (file.length < 2) {
            return file;
        }
        return switch (random.nextInt(10)) {
            case 0 -> flipByte(file);
            case 1 -> putByte(file);
            case 2 -> Arrays.copyOf(file, random.nextInt(file.length)); // cut off
            case 3 -> cutOut(file);
            case 4 -> lines(file, this::dropLine);
            case 5 -> lines(file, this::swapLines);
            case 6 -> lines(file, this::cutLine);
            case 7 -> lines(file, this::swapColumns);
            case 8 -> lines(file, this::otherLocale);
            default -> lines(file, this::doubleLine);
        };
    }

    private byte[] flipByte(byte[] file) {
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        return file;
    }

    private byte[] putByte(byte[] file) {
        byte[] likely = "\"\",;\n\r\\{}<>\0é:.-0".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = random.nextInt(file.length);
        bytes.write(file, 0, at);
        bytes.write(likely[random.nextInt(likely.length)]);
        bytes.write(file, at, file.length - at);
        return bytes.toByteArray();
    }

    private byte[] cutOut(byte[] file) {
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(40));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, from);
        bytes.write(file, to, file.length - to);
        return bytes.toByteArray();
    }

    /** As text of one byte a character, so that what is no text stays what it is. */
    private static byte[] lines(byte[] file, UnaryOperator<List<String>> change) {
        List<String> lines = new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)));
        return String.join("\n", change.apply(lines)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<String> dropLine(List<String> lines) {
        lines.remove(random.nextInt(lines.size()));
        return lines;
    }

    private List<String> doubleLine(List<String> lines) {
        int at = random.nextInt(lines.size());
        lines.add(at, lines.get(at));
        return lines;
    }

    private List<String> swapLines(List<String> lines) {
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return lines;
    }

    private List<String> cutLine(List<String> lines) {
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).substring(0, random.nextInt(lines.get(at).length() + 1)));
        return lines;
    }

    /** The same two columns in every line, or in one line only. */
    private List<String> swapColumns(List<String> lines) {
        String separator = Character.toString(SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
        int one = random.nextInt(8);
        int other = random.nextInt(8);
        int only = random.nextBoolean() ? random.nextInt(lines.size()) : -1;
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(Pattern.quote(separator), -1);
            if (Math.max(one, other) < cells.length && (only < 0 || only == i)) {
                Collections.swap(Arrays.asList(cells), one, other);
                lines.set(i, String.join(separator, cells));
            }
        }
        return lines;
    }

    /** Decimal commas, or semicolons between cells, in one line or in all. */
    private List<String> otherLocale(List<String> lines) {
        boolean areDecimals = random.nextBoolean();
        int only = random.nextBoolean() ? random.nextInt(lines.size()) : -1;
        for (int i = 0; i < lines.size(); i++) {
            if (only < 0 || only == i) {
                String line = lines.get(i);
                lines.set(i, areDecimals ? line.replaceAll("(\\d)\\.(\\d)", "$1,$2") : line.replace(',', ';'));
            }
        }
        return lines;
    }
}

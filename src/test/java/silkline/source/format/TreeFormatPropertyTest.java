package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import silkline.UserError;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

/** Files that are damaged in any way are refused or read, with every row accounted for; nothing else is thrown. */
class TreeFormatPropertyTest {
    /** A format and a whole file of it. */
    private record Sample(TreeFormat format, String file) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(new SdmxMl(), "sdmx-ml/generic-2.1.xml"),
            new Sample(new SdmxMl(), "sdmx-ml/generic-flat-2.1.xml"),
            new Sample(new SdmxMl(), "sdmx-ml/specific-2.1.xml"),
            new Sample(new SdmxMl(), "sdmx-ml/specific-flat-3.0.xml"),
            new Sample(new SdmxMl(), "sdmx-ml/generic-2.0.xml"),
            new Sample(new SdmxMl(), "sdmx-ml/compact-2.0.xml"),
            new Sample(new SdmxJson(), "sdmx-json/series-2.0.json"),
            new Sample(new SdmxJson(), "sdmx-json/flat-1.0.json"),
            new Sample(new JsonStat(), "json-stat/dense-2.0.json"),
            new Sample(new JsonStat(), "json-stat/sparse-1.x.json"),
            new Sample(new ComtradeJson(), "comtrade-json/answer.json"),
            new Sample(new WorldBankJson(), "worldbank-json/pages.json"),
            new Sample(new SiatJson(), "siat-json/sdmx_data_582.json"));

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(SAMPLES);
    }

    @Property(tries = 400)
    void damagedTextsAreRefusedOrRead(@ForAll("samples") Sample sample, @ForAll long seed) throws IOException {
        byte[] whole = Files.readAllBytes(FormatSamples.own(sample.file()));
        String name = sample.file().substring(sample.file().indexOf('/') + 1);
        readOrRefuse(sample.format(), name, damaged(whole, new Random(seed)));
    }

    @Property(tries = 60)
    void damagedWorkbooksAreRefusedOrRead(@ForAll long seed) throws IOException {
        byte[] whole = Files.readAllBytes(FormatSamples.own("imf-dots-xlsx/small.xlsx"));
        readOrRefuse(new ImfDotsXlsx(), "small.xlsx", damaged(whole, new Random(seed)));
    }

    @Property(tries = 140)
    void workbooksWithADamagedPartAreRefusedOrRead(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(
                        FormatSamples.own("imf-dots-xlsx/small.xlsx").toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            int damaged = random.nextInt(from.size());
            for (ZipEntry part : from.stream().toList()) {
                byte[] content = from.getInputStream(part).readAllBytes();
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(damaged-- == 0 ? damaged(content, random) : content);
            }
        }
        readOrRefuse(new ImfDotsXlsx(), "small.xlsx", bytes.toByteArray());
    }

    private static void readOrRefuse(TreeFormat format, String name, byte[] content) {
        try {
            Outcome found = TreeFiles.read(format, name, content, "{\"cells\": {\"unit_measure\": \"USD\"}}");
            assertThat(found.accepted().size() + found.problems().size()).isPositive();
        } catch (UserError refused) {
            assertThat(refused.getMessage()).startsWith("sample/" + name + ": ");
        }
    }

    /** Some bytes changed, taken out, repeated or exchanged for others that matter in such files. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int changes = 1 + random.nextInt(3); changes > 0 && bytes.length > 1; changes--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(bytes, from, new byte[] {(byte) random.nextInt(256)}, from + 1);
                case 1 -> joined(bytes, from, new byte[0], to);
                case 2 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
                case 3 -> joined(bytes, from, sign(random), from + 1);
                default -> Arrays.copyOf(bytes, from);
            };
        }
        return bytes;
    }

    private static byte[] sign(Random random) {
        return new byte[] {(byte) "0123456789-.:,\"<>{}[]/n =".charAt(random.nextInt(25))};
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, start, joined, end + middle.length, bytes.length - start);
        return joined;
    }
}

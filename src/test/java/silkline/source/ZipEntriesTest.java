package silkline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipEntriesTest {
    @Test
    void theOneFileOfDataIsReadWhateverDescribesItAndWhereverItClaimsToLie() throws IOException {
        try (InputStream data =
                ZipEntries.only(zip("Metadata_Country.csv", "../../etc/data.csv", "b/Metadata_2.csv"))) {
            assertThat(new String(data.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("../../etc/data.csv".repeat(1000));
        }
    }

    @Test
    void aSecondFileOfDataIsRefusedRatherThanPassedOver() throws IOException {
        try (InputStream data = ZipEntries.only(zip("a.csv", "b.csv"))) {
            assertThatThrownBy(data::readAllBytes)
                    .isInstanceOf(ZipException.class)
                    .hasMessage("holds both 'a.csv' and 'b.csv'; unpack it and list the files that are wanted");
        }
    }

    @Test
    void whatUnpacksToTooMuchIsCutOffWithAnError() throws IOException {
        try (InputStream data = ZipEntries.only(zip("bomb.csv"), 5000)) {
            assertThatThrownBy(data::readAllBytes)
                    .isInstanceOf(ZipException.class)
                    .hasMessage("unpacks to more than 5000 bytes");
        }
    }

    @Test
    void skippingCountsTooSoThatAPieceBeginsWhereItShould() throws IOException {
        try (InputStream data = ZipEntries.only(zip("a.csv"))) {
            data.skipNBytes(4997);
            assertThat(new String(data.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("csv");
        }
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThatThrownBy(() -> ZipEntries.only(new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ZipException.class)
                .hasMessage("holds no file of data, or is no zip");
    }

    @Test
    void metadataAloneAreRefused() {
        assertThatThrownBy(() -> ZipEntries.only(zip("Metadata_Country.csv"))).isInstanceOf(ZipException.class);
    }

    /** Each entry holds its own name a thousand times. */
    private static InputStream zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}

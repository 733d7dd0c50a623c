package silkline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.testing.Together;

class LocalCommitsTest {
    private static final int VERSIONS = 200;
    private static final Configuration HADOOP = new Configuration(false);

    private static void write(Path file, String... lines) throws IOException {
        // A store each, as in processes of their own.
        new LocalCommits(HADOOP)
                .write(
                        new org.apache.hadoop.fs.Path(file.toUri()),
                        List.of(lines).iterator(),
                        false,
                        HADOOP);
    }

    @Test
    void aCommitIsWholeAndNeverReplaced(@TempDir Path folder) throws IOException {
        Path commit = folder.resolve("1 ü.json");
        write(commit, "{\"a\":\"ü\"}", "{}");
        assertThat(commit).hasContent("{\"a\":\"ü\"}\n{}\n");
        assertThatThrownBy(() -> write(commit, "other")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(commit).hasContent("{\"a\":\"ü\"}\n{}\n");
        assertThat(folder.toFile().list()).containsExactly("1 ü.json");
    }

    @Test
    void oneOfEightWritersWinsEachVersion(@TempDir Path folder) throws Exception {
        List<Integer> won = Together.run(8, writer -> {
            int wins = 0;
            for (int version = 0; version < VERSIONS; version++) {
                Path commit = folder.resolve("%020d.json".formatted(version));
                try {
                    write(commit, "writer " + writer);
                    wins++;
                    assertThat(Files.readString(commit)).isEqualTo("writer " + writer + "\n");
                } catch (FileAlreadyExistsException another) {
                    assertThat(Files.readString(commit)).startsWith("writer ");
                }
            }
            return wins;
        });
        assertThat(won.stream().mapToInt(Integer::intValue).sum()).isEqualTo(VERSIONS);
    }
}

package silkline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import silkline.stage.explain.Explainer;
import silkline.stage.explain.Explainers;

class ExplainDocumentTest {
    @Test
    void everyKindOfKeyIsDocumentedAndNamedOnce() throws IOException {
        String text = Files.readString(Path.of("src/docs/explain.md"));
        assertThat(Explainers.all()).extracting(Explainer::kind).doesNotHaveDuplicates();
        assertThat(Explainers.all()).allSatisfy(explainer -> {
            assertThat(explainer.form()).startsWith(explainer.kind() + "/");
            assertThat(text).contains("| `" + explainer.kind() + "/");
        });
    }
}

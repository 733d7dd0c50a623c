package silkline.stage;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run hands to every stage, so that none looks at a clock.
 *
 * @param startedAt stamped on what is ingested
 * @param asOfText the last publication date that is read, ISO; empty: everything
 */
public record RunContext(String runId, Instant startedAt, String asOfText) implements Serializable {
    public Optional<LocalDate> asOf() {
        return asOfText.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asOfText));
    }
}

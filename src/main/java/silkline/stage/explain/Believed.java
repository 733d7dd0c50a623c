package silkline.stage.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silkline.series.PublicationDate;
import silkline.table.silver.ObservationTable;

/** Which vintage of an observation counts: the rule of {@link silkline.stage.Vintages}, written a second time. */
final class Believed {
    private static final String FORECAST = "F";

    private static final Comparator<Observed> BY_TRUST = Comparator.comparing(
                    Observed::published, PublicationDate.BY_TRUST)
            .thenComparing(observed -> observed.row().<Instant>getAs(ObservationTable.INGESTED_AT));

    private Believed() {}

    /** Those of one observation that say something else than the one before, the most believed last. */
    static List<Observed> vintages(List<Observed> all, Optional<LocalDate> asOf) {
        List<Observed> inOrder = all.stream()
                .filter(one -> !one.row().getAs(ObservationTable.OBS_STATUS).equals(FORECAST))
                .filter(one -> asOf.filter(day -> one.published().latest().isAfter(day))
                        .isEmpty())
                .sorted(BY_TRUST)
                .toList();
        List<Observed> different = new ArrayList<>();
        for (Observed one : inOrder) {
            if (different.isEmpty()
                    || !says(different.get(different.size() - 1)).equals(says(one))) {
                different.add(one);
            }
        }
        return different;
    }

    private static List<String> says(Observed one) {
        return List.of(
                Boolean.toString(one.published().isDated()),
                Boolean.toString(one.isDeleted()),
                Double.toString(one.value()),
                one.row().getAs(ObservationTable.OBS_STATUS));
    }

    /** The one that counts; empty where there is none, or it says that the observation was withdrawn. */
    static Optional<Observed> last(List<Observed> vintages) {
        return vintages.isEmpty()
                ? Optional.empty()
                : Optional.of(vintages.get(vintages.size() - 1)).filter(one -> !one.isDeleted());
    }
}

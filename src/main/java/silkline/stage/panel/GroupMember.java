package silkline.stage.panel;

import java.io.Serializable;
import java.time.LocalDate;
import silkline.series.Period;

/** A membership as the tasks need it. */
public record GroupMember(String group, String area, LocalDate from, LocalDate to) implements Serializable {
    /** Whether it holds in the whole period. */
    public boolean isValid(Period period) {
        return !from.isAfter(period.start()) && !to.isBefore(period.end());
    }
}

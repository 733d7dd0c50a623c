package silkline.stage;

import java.io.Serializable;
import java.time.LocalDate;
import silkline.series.Period;

/** A membership as the tasks need it. */
record GroupMember(String group, String area, LocalDate from, LocalDate to) implements Serializable {
    boolean isValid(Period period) {
        return !from.isAfter(period.start()) && !to.isBefore(period.end());
    }
}

package silkline.revision;

import java.time.LocalDate;
import java.util.List;

/** Which later value a first one is compared with. */
public enum Horizon {
    FIRST("1") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.later(1);
        }
    },
    SECOND("2") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.later(2);
        }
    },
    THIRD("3") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.later(3);
        }
    },
    QUARTER_YEAR("3 months") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.after(3, known);
        }
    },
    YEAR("12 months") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.after(12, known);
        }
    },
    TWO_YEARS("24 months") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.after(24, known);
        }
    },
    THREE_YEARS("36 months") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.after(36, known);
        }
    },
    FINAL("final") {
        @Override
        public double of(Estimates estimates, LocalDate known) {
            return estimates.last();
        }
    };

    private final String code;

    Horizon(String code) {
        this.code = code;
    }

    /** The later value; NaN where there is none. {@code known} is the last day of which releases are known. */
    public abstract double of(Estimates estimates, LocalDate known);

    public String code() {
        return code;
    }

    public static List<Horizon> all() {
        return List.of(values());
    }
}

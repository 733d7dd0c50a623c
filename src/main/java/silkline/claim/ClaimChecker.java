package silkline.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import silkline.growth.Growth;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.share.Share;

/** Holds a claim against every series that speaks about it, in every reading and vintage. */
public final class ClaimChecker {
    private static final String PERIOD_MISSING = "PERIOD_MISSING";
    private static final String BASE_MISSING = "BASE_MISSING";
    private static final String TOTAL_MISSING = "TOTAL_MISSING";

    private final Facts facts;
    private final Map<String, Claim> claims;

    /** {@code claims} are all claims by id, since some relate to others. */
    public ClaimChecker(Facts facts, Map<String, Claim> claims) {
        this.facts = facts;
        this.claims = Map.copyOf(claims);
    }

    /** All checks; a vintage that gives the same figure as the current one is not repeated. */
    public List<Check> check(Claim claim) {
        if (!claim.inScope()) {
            return List.of();
        }
        List<Check> checks = facts.series().stream()
                .flatMap(series -> claim.side(series.about()).stream().flatMap(side -> of(claim, series, side)))
                .toList();
        Set<String> current = new HashSet<>();
        checks.stream().filter(c -> c.series().isCurrent()).forEach(c -> current.add(sameFigure(c)));
        return checks.stream()
                .filter(c -> c.series().isCurrent() || !current.contains(sameFigure(c)))
                .toList();
    }

    private static String sameFigure(Check check) {
        return check.series().id() + "|" + check.reading() + "|" + check.period() + "|" + check.official();
    }

    private Stream<Check> of(Claim claim, Facts.Series series, Claim.Side side) {
        Optional<Amount> amount = Amount.of(claim, claims)
                .filter(a -> a.fits(claim.kind(), series.about().unitMeasure()));
        // A country's share in the trade of its partner is not its partner's share in its own.
        if (amount.isEmpty() || (claim.kind() == Kind.SHARE && side == Claim.Side.MIRRORED)) {
            return Stream.empty();
        }
        Sheet sheet = new Sheet(claim, amount.get(), series, side);
        for (Period period : claim.periods()) {
            if (series.hasFrequencyOf(period)) {
                check(claim, series, period, sheet);
            }
        }
        if (claim.kind() == Kind.TARGET && claim.periods().isEmpty()) {
            sheet.open();
        }
        return sheet.checks().stream();
    }

    private void check(Claim claim, Facts.Series series, Period period, Sheet sheet) {
        switch (claim.kind()) {
            case LEVEL, COUNT, CUMULATIVE, RANK -> sheet.test(period, "", value(series, period), PERIOD_MISSING);
            case GROWTH -> sheet.test(period, "", growth(series, period), BASE_MISSING);
            case SHARE -> sheet.test(period, "", share(series, period), TOTAL_MISSING);
            case TARGET -> sheet.target(period);
            case RATIO -> ratios(claim, series, period, sheet);
        }
    }

    /** Against each base that the claim may mean; and, where the claim states today's value too, from that value. */
    private void ratios(Claim claim, Facts.Series series, Period period, Sheet sheet) {
        Claim today = claims.get(claim.relatesTo());
        boolean isLevel = today != null
                && today.kind() == Kind.LEVEL
                && today.unitMeasure().equals(series.about().unitMeasure());
        if (series.at(period).isEmpty() && !isLevel) {
            sheet.test(period, "", Double.NaN, PERIOD_MISSING);
        }
        for (Period base : bases(claim, series, period)) {
            if (series.at(period).isPresent()) {
                sheet.test(period, "against " + base, fold(series, base, period), BASE_MISSING);
            }
            if (isLevel && series.at(base).isPresent() && value(series, base) > 0) {
                sheet.test(
                        base,
                        "from the stated \"%s\"".formatted(today.statedAs()),
                        today.interval().times(1 / value(series, base)),
                        today.value() / value(series, base));
            }
        }
    }

    private static double value(Facts.Series series, Period period) {
        return series.at(period).orElse(Double.NaN);
    }

    private static double growth(Facts.Series series, Period period) {
        double value = value(series, period);
        return switch (series.about().unitMeasure()) {
            case "PCT" -> value; // a ratio already
            case "IX" -> value / 100 - 1; // previous year = 100
            default -> Growth.relativeChange(value(series, period.yearEarlier()), value);
        };
    }

    private static double fold(Facts.Series series, Period base, Period period) {
        return Growth.fold(value(series, base), value(series, period));
    }

    private double share(Facts.Series part, Period period) {
        Facts.About about = part.about();
        Optional<Facts.Series> total = facts.series().stream()
                .filter(s -> s.isCurrent() == part.isCurrent()
                        && (part.isCurrent() || s.vintage().equals(part.vintage()))
                        && s.about().freq().equals(about.freq())
                        && s.about().unitMeasure().equals(about.unitMeasure())
                        && s.about().counterpartArea().equals("WLD")
                        && s.about().indicator().equals(about.indicator())
                        && s.about().refArea().equals(about.refArea())
                        && s.about().flow().equals(about.flow())
                        && s.about().product().equals(about.product())
                        && s.about().basis().equals(about.basis())
                        && s.about().datasetId().equals(about.datasetId()))
                .findFirst();
        return total.map(t -> Share.of(value(part, period), value(t, period))).orElse(Double.NaN);
    }

    /** The periods that a ratio may be compared with: as stated, or every earlier one. */
    private static List<Period> bases(Claim claim, Facts.Series series, Period period) {
        if (!claim.basePeriods().isEmpty()) {
            return claim.basePeriods();
        }
        if (claim.windowYears() > 0) {
            return List.of(period.plus(-claim.windowYears() * period.frequency().perYear()));
        }
        return series.values().headMap(period).keySet().stream()
                .filter(p -> p.frequency() == period.frequency())
                .toList();
    }

    /** The checks of one claim against one series. */
    private static final class Sheet {
        private final Claim claim;
        private final Amount amount;
        private final Facts.Series series;
        private final String side;
        private final List<Check> checks = new ArrayList<>();

        Sheet(Claim claim, Amount amount, Facts.Series series, Claim.Side side) {
            this.claim = claim;
            this.amount = amount;
            this.series = series;
            this.side = side == Claim.Side.REPORTED ? "as reported by " : "as seen by its partner ";
        }

        void test(Period period, String reading, double official, String reason) {
            if (Double.isNaN(official)) {
                missing(period, reading, series.at(period).isPresent() ? reason : PERIOD_MISSING);
            } else {
                add(period.toString(), reading, official, holds(official), "");
            }
        }

        /** Where the official side is itself an interval, it is enough that both have values in common. */
        void test(Period period, String reading, Interval official, double middle) {
            Verdict verdict = amount.allowed().overlaps(official) ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
            add(period.toString(), reading, middle, verdict, "");
        }

        /** A target is judged when its period has come; until then it is open, held against the last value. */
        void target(Period period) {
            if (series.at(period).isPresent()) {
                test(period, "", value(series, period), PERIOD_MISSING);
            } else {
                open();
            }
        }

        void open() {
            Map.Entry<Period, Double> last = series.values().lastEntry();
            if (last != null
                    && last.getKey().frequency() == Frequency.ANNUAL
                    && series.about().isStatistic()) {
                add(last.getKey().toString(), "last value", value(series, last.getKey()), Verdict.OPEN, "");
            }
        }

        /** No official figure for the period; the nearest earlier one is shown, not judged. */
        private void missing(Period period, String reading, String reason) {
            Optional<Period> nearest = claim.kind() != Kind.LEVEL
                    ? Optional.empty()
                    : series.values().headMap(period, false).descendingKeySet().stream()
                            .filter(p -> p.frequency() == period.frequency())
                            .findFirst();
            String shown = nearest.map(Period::toString).orElse(period.toString());
            double official = nearest.map(p -> value(series, p)).orElse(Double.NaN);
            String words = nearest.isPresent() ? "nearest to " + period : reading;
            add(shown, words, official, Verdict.NOT_CHECKABLE, reason);
        }

        private Verdict holds(double official) {
            return amount.allowed().contains(official) ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
        }

        private void add(String period, String reading, double official, Verdict verdict, String reason) {
            String words = side + series.about().refArea() + (reading.isEmpty() ? "" : ", " + reading);
            double gap = official / amount.value() - 1;
            checks.add(new Check(
                    claim.id(),
                    words,
                    series,
                    period,
                    amount.allowed(),
                    official,
                    Double.isFinite(gap) ? gap : Double.NaN,
                    verdict,
                    reason));
        }

        List<Check> checks() {
            return checks;
        }
    }
}

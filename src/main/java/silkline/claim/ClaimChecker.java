package silkline.claim;

import static silkline.series.SeriesId.WORLD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import silkline.growth.Growth;
import silkline.series.Period;

/** Holds a claim against every series that speaks about it, in every reading and vintage. */
public final class ClaimChecker {
    /** What the lake calls the sum over all partners. */
    private final Facts facts;

    private final ClaimBook book;

    public ClaimChecker(Facts facts, ClaimBook book) {
        this.facts = facts;
        this.book = book;
    }

    /** All checks; a vintage that gives the same figure as the current one is not repeated. */
    public List<Check> check(Claim claim) {
        if (!claim.inScope()) {
            return List.of();
        }
        Set<String> known = knownAtPublication(claim);
        List<Check> checks = new ArrayList<>();
        for (Facts.Series series : facts.series()) {
            Check.Known when = series.isCurrent()
                    ? Check.Known.NOW
                    : known.contains(vintage(series)) ? Check.Known.AT_PUBLICATION : Check.Known.OTHERWISE;
            sheet(claim, series, when).ifPresent(sheet -> {
                claim.periods().stream().filter(series::hasFrequencyOf).forEach(p -> check(claim, series, p, sheet));
                if (claim.kind() == Kind.TARGET && claim.periods().isEmpty()) {
                    sheet.open();
                }
                checks.addAll(sheet.checks());
            });
        }
        Set<String> current = new HashSet<>();
        checks.stream().filter(c -> c.series().isCurrent()).forEach(c -> current.add(sameFigure(c)));
        checks.removeIf(c -> !c.series().isCurrent() && current.contains(sameFigure(c)));
        if (claim.kind() == Kind.SHARE) {
            checks.addAll(new ShareBounds(facts, book).check(claim));
        }
        if (checks.stream().noneMatch(Check::decides)) {
            checks.addAll(LookAlikes.check(claim, facts, book));
        }
        return checks;
    }

    /** The checks of a ratio whose start lies a year earlier or later than any that the claim can mean. */
    List<Check> neighbours(Claim claim) {
        if (claim.kind() != Kind.RATIO || claim.hasOpenBase() || !claim.inScope()) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        for (Facts.Series series : facts.series()) {
            if (series.isCurrent() && series.about().isStatistic()) {
                sheet(claim, series, Check.Known.NOW).ifPresent(sheet -> {
                    for (Period period : claim.periods()) {
                        List<Period> meant = bases(claim, series, period);
                        meant.stream()
                                .flatMap(b -> Stream.of(
                                        b.yearEarlier(), b.plus(b.frequency().perYear())))
                                .filter(b -> !meant.contains(b) && b.compareTo(period) < 0)
                                .distinct()
                                .forEach(base -> ratio(claim, series, period, base, sheet));
                    }
                    checks.addAll(sheet.checks());
                });
            }
        }
        return checks;
    }

    private Set<String> knownAtPublication(Claim claim) {
        Optional<LocalDate> day = book.published(claim);
        Set<String> known = new HashSet<>();
        day.ifPresent(d -> facts.asOf(d).series().forEach(series -> known.add(vintage(series))));
        return known;
    }

    private static String vintage(Facts.Series series) {
        return series.id() + "|" + series.vintage();
    }

    private static String sameFigure(Check check) {
        return check.series().id() + "|" + check.words() + "|" + check.period() + "|" + check.official();
    }

    /** Empty for a series that has nothing to say about the claim. */
    private Optional<Sheet> sheet(Claim claim, Facts.Series series, Check.Known known) {
        Optional<Claim.Side> side = claim.side(series.about());
        Optional<Amount> amount = Amount.of(claim, book)
                .filter(a -> a.fits(claim.kind(), series.about().unitMeasure()));
        // A country's share in the trade of its partner is not its partner's share in its own.
        boolean speaks = side.isPresent()
                && amount.isPresent()
                && !(claim.kind() == Kind.SHARE && side.get() == Claim.Side.MIRRORED);
        return speaks ? Optional.of(new Sheet(claim, amount.get(), series, side.get(), known)) : Optional.empty();
    }

    private void check(Claim claim, Facts.Series series, Period period, Sheet sheet) {
        Sheet.Cell cell = sheet.at(period);
        if (!claim.accepts(series.about().basis())) {
            cell.mismatch(value(series, period));
            return;
        }
        switch (claim.kind()) {
            case LEVEL, COUNT, CUMULATIVE, RANK -> cell.test(value(series, period), Sheet.PERIOD_MISSING);
            case GROWTH -> cell.test(growth(series, period), Sheet.BASE_MISSING);
            case SHARE -> totals(claim, series).forEach(total -> share(series, period, total, sheet));
            case TARGET -> sheet.target(period);
            case RATIO -> {
                if (series.at(period).isEmpty() && today(claim, series).isEmpty()) {
                    cell.test(Double.NaN, Sheet.PERIOD_MISSING);
                }
                bases(claim, series, period).forEach(base -> ratio(claim, series, period, base, sheet));
            }
        }
    }

    /** Against one base; and, where the claim states today's value too, from that value. */
    private void ratio(Claim claim, Facts.Series series, Period period, Period base, Sheet sheet) {
        if (series.at(period).isPresent()) {
            Sheet.Cell cell =
                    sheet.at(period).with(Reading.BASE, base.toString()).saying("against " + base);
            double fold = Growth.fold(value(series, base), value(series, period));
            cell.test(fold, Sheet.BASE_MISSING);
            if (claim.change() == Change.BY) {
                cell.by().test(fold - 1, Sheet.BASE_MISSING);
            }
        }
        today(claim, series).filter(today -> value(series, base) > 0).ifPresent(today -> {
            Interval fold = book.bounds(today).allowed().dividedBy(Interval.of(value(series, base)));
            Sheet.Cell cell = sheet.at(base)
                    .with(Reading.BASE, base.toString())
                    .with(Reading.STARTING_FROM, today.id())
                    .saying("from the stated \"%s\"".formatted(today.statedAs()));
            cell.test(fold, today.value() / value(series, base));
            if (claim.change() == Change.BY) {
                cell.by().test(fold.minus(Interval.of(1)), today.value() / value(series, base) - 1);
            }
        });
    }

    /** The level that the article states for the end, in the unit of the series. */
    private Optional<Claim> today(Claim claim, Facts.Series series) {
        return book.related(claim)
                .filter(today -> today.kind() == Kind.LEVEL
                        && today.unitMeasure().equals(series.about().unitMeasure()));
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

    private static List<String> totals(Claim claim, Facts.Series series) {
        return claim.totals().isEmpty() ? List.of(series.about().indicator()) : claim.totals();
    }

    /** Of the total of the same kind by the same source, or of another total by whoever has it. */
    private void share(Facts.Series part, Period period, String indicator, Sheet sheet) {
        boolean isOwn = indicator.equals(part.about().indicator());
        Sheet.Cell cell = sheet.at(period).with(Reading.TOTAL, indicator);
        List<Facts.Series> totals = facts.series().stream()
                .filter(s -> isTotal(part, s, indicator) && (!isOwn || isOfSameKind(part, s)))
                .toList();
        if (totals.isEmpty()) {
            cell.test(Double.NaN, Sheet.TOTAL_MISSING);
        }
        for (Facts.Series total : totals) {
            Sheet.Cell named = isOwn ? cell : cell.saying("of %s".formatted(total.id()));
            named.test(silkline.share.Share.of(value(part, period), value(total, period)), Sheet.TOTAL_MISSING);
        }
    }

    private static boolean isTotal(Facts.Series part, Facts.Series total, String indicator) {
        Facts.About one = part.about();
        Facts.About other = total.about();
        return total.isCurrent() == part.isCurrent()
                && (part.isCurrent() || total.vintage().equals(part.vintage()))
                && other.indicator().equals(indicator)
                && other.counterpartArea().equals(WORLD)
                && other.freq().equals(one.freq())
                && other.unitMeasure().equals(one.unitMeasure())
                && other.refArea().equals(one.refArea())
                && other.flow().equals(one.flow())
                && other.isStatistic() == one.isStatistic();
    }

    private static boolean isOfSameKind(Facts.Series part, Facts.Series total) {
        return total.about().product().equals(part.about().product())
                && total.about().basis().equals(part.about().basis())
                && total.about().datasetId().equals(part.about().datasetId());
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
}

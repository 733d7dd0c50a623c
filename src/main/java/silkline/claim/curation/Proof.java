package silkline.claim.curation;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import silkline.claim.Claim;
import silkline.claim.Hedge;
import silkline.claim.Implied;
import silkline.series.Period;
import silkline.series.PublicationDate;

/** Reads the words of a claim again and holds them against its typed cells. */
final class Proof {
    /** Units that words name; others, such as currencies without a word here, are not compared. */
    private static final Set<String> NAMED_BY_RATIO = Set.of("PCT", "FACTOR");

    private final PhraseReader phrases;
    private final PeriodReader periods;

    Proof(Language language, PublicationDate published) {
        this.phrases = new PhraseReader(language);
        this.periods = new PeriodReader(language, published);
    }

    /** The figures that the words state. */
    List<Figure> figures(Claim claim) {
        return phrases.read(claim.statedAs());
    }

    /** What the words say otherwise than the typed figure; empty where they agree. */
    Optional<String> figureMismatch(Claim claim) {
        List<Figure> figures = figures(claim);
        if (figures.stream().anyMatch(figure -> agrees(claim, figure))) {
            return Optional.empty();
        }
        String read = figures.isEmpty()
                ? "no figure"
                : figures.stream().map(Proof::words).collect(Collectors.joining(" and "));
        return Optional.of(
                "stated_as '%s' says %s, the cells say %s".formatted(claim.statedAs(), read, Implied.words(claim)));
    }

    /** The figure that the claim is typed from. */
    Optional<Figure> figure(Claim claim) {
        return figures(claim).stream().filter(figure -> agrees(claim, figure)).findFirst();
    }

    private static boolean agrees(Claim claim, Figure figure) {
        return hasValue(claim, figure)
                && hasUnit(claim, figure)
                && claim.hedge() == figure.hedge()
                && (claim.hedge() != Hedge.BETWEEN
                        || claim.high()
                                        .scaleByPowerOfTen(claim.unitMult())
                                        .compareTo(figure.high().scaleByPowerOfTen(figure.unitMult()))
                                == 0);
    }

    /** Also to the same digit: 1.0 says more than 1. */
    private static boolean hasValue(Claim claim, Figure figure) {
        if (figure.rounding() == Figure.Rounding.FRACTION) {
            return figure.value()
                            .setScale(claim.stated().scale(), RoundingMode.HALF_UP)
                            .compareTo(claim.stated())
                    == 0;
        }
        boolean isSame = claim.stated()
                        .scaleByPowerOfTen(claim.unitMult())
                        .compareTo(figure.value().scaleByPowerOfTen(figure.unitMult()))
                == 0;
        return isSame && claim.unitMult() - claim.stated().scale() == figure.lastDigit();
    }

    private static boolean hasUnit(Claim claim, Figure figure) {
        String unit = claim.unitMeasure();
        return figure.unit().isEmpty()
                ? !NAMED_BY_RATIO.contains(unit) && !unit.equals("YEAR")
                : figure.unit().equals(unit);
    }

    /** What the words say otherwise than the typed periods; empty where they agree. */
    Optional<String> periodMismatch(Claim claim) {
        String words = claim.periodAs().isEmpty() ? claim.statedAs() : claim.periodAs();
        if (!Set.copyOf(claim.basePeriods()).equals(Set.copyOf(periods.bases(words)))) {
            return Optional.of("'%s' compares with %s, base_period says %s"
                    .formatted(words, texts(periods.bases(words)), texts(claim.basePeriods())));
        }
        List<When> read = claim.unitMeasure().equals("YEAR") ? List.of() : periods.read(words);
        boolean isUnsaid = read.isEmpty() && claim.periodAs().isEmpty();
        List<When> meant = isUnsaid ? periods.unsaid() : read;
        boolean isOpen = claim.periods().isEmpty() && claim.windowYears() == 0;
        boolean agrees = isOpen
                ? isUnsaid
                : meant.stream()
                        .anyMatch(when -> when.windowYears() == claim.windowYears()
                                && new TreeSet<>(when.periods()).equals(new TreeSet<>(claim.periods())));
        return agrees
                ? Optional.empty()
                : Optional.of("%s '%s' means %s, time_period says %s"
                        .formatted(
                                claim.periodAs().isEmpty() ? "stated_as" : "period_as",
                                words,
                                meant.isEmpty()
                                        ? "no time"
                                        : meant.stream().map(Proof::words).collect(Collectors.joining(" or ")),
                                words(new When(claim.periods(), claim.windowYears()))));
    }

    private static String words(When when) {
        String window = when.windowYears() == 0 ? "" : " over %d years".formatted(when.windowYears());
        return texts(when.periods()) + window;
    }

    private static String texts(List<Period> periods) {
        return periods.isEmpty()
                ? "nothing"
                : periods.stream().map(Period::toString).collect(Collectors.joining(" "));
    }

    /** {@code over 4 x 10^9 USD}. */
    private static String words(Figure figure) {
        String hedge = figure.hedge() == Hedge.EXACT ? "" : figure.hedge().code() + " ";
        String high = figure.hedge() == Hedge.BETWEEN ? " and " + figure.high().toPlainString() : "";
        String mult = figure.unitMult() == 0 ? "" : " x 10^" + figure.unitMult();
        return (hedge + figure.value().toPlainString() + high + mult + " "
                        + figure.unit().toUpperCase(Locale.ROOT))
                .strip();
    }
}

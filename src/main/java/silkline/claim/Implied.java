package silkline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silkline.growth.Growth;
import silkline.series.Period;

/**
 * A figure that follows from a claim without being stated.
 *
 * @param name stable name, such as {@code implied_base}
 * @param value in base units
 * @param unit unit of {@code value}
 * @param formula in words
 */
public record Implied(String name, double value, String unit, String formula) {
    /** {@link #name} of a part of a year blown up to the whole year. */
    public static final String YEAR = "implied_year";

    /** What follows from {@code claim} and the claim that it relates to. */
    public static List<Implied> from(Claim claim, Map<String, Claim> claims) {
        List<Implied> implied = new ArrayList<>();
        Claim other = claims.get(claim.relatesTo());
        switch (claim.kind()) {
            case SHARE -> part(claim, claims).ifPresent(implied::add);
            case RATIO -> {
                if (claim.windowYears() > 0) {
                    implied.add(new Implied(
                            "implied_cagr_ratio",
                            Growth.compoundAnnualRate(1, claim.value(), claim.windowYears()),
                            "RATIO",
                            "%s^(1/%d) - 1".formatted(claim.stated().toPlainString(), claim.windowYears())));
                }
                base(claim, other, claims).ifPresent(implied::add);
            }
            case TARGET -> {
                if (other != null && claim.unitMeasure().equals("FACTOR")) {
                    implied.add(new Implied(
                            "implied_target",
                            claim.value() * other.value(),
                            other.baseUnit(),
                            "%s x %s".formatted(words(claim), words(other))));
                }
            }
            case LEVEL -> runRate(claim, other).ifPresent(implied::add);
            default -> {}
        }
        return implied;
    }

    /** Share times total: the part. */
    private static Optional<Implied> part(Claim share, Map<String, Claim> claims) {
        Claim total = claims.get(share.relatesTo());
        return total == null
                ? Optional.empty()
                : Optional.of(new Implied(
                        "implied_part",
                        share.value() * total.value(),
                        total.baseUnit(),
                        "%s of %s".formatted(words(share), words(total))));
    }

    /** Value today over ratio: the value at the start. */
    private static Optional<Implied> base(Claim ratio, Claim today, Map<String, Claim> claims) {
        if (today == null) {
            return Optional.empty();
        }
        Optional<Implied> value = today.kind() == Kind.SHARE
                ? part(today, claims)
                : Optional.of(new Implied("", today.value(), today.baseUnit(), words(today)));
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Implied(
                        "implied_base",
                        value.get().value() / ratio.value(),
                        value.get().unit(),
                        "(%s) / %s"
                                .formatted(value.get().formula(), ratio.stated().toPlainString())));
    }

    /** A part of a year blown up to the whole year, to be held against the year before. */
    private static Optional<Implied> runRate(Claim claim, Claim before) {
        if (before == null || claim.periods().size() != 1) {
            return Optional.empty();
        }
        Period period = claim.periods().get(0);
        int months = period.months();
        return months >= 12
                ? Optional.empty()
                : Optional.of(new Implied(
                        YEAR,
                        claim.value() * 12 / months,
                        claim.baseUnit(),
                        "%s x 12/%d".formatted(words(claim), months)));
    }

    /** {@code 40 %}, {@code 130 million USD}, {@code 45}. */
    private static String words(Claim claim) {
        String stated = claim.stated().toPlainString();
        return switch (claim.unitMeasure()) {
            case "PCT" -> stated + " %";
            case "FACTOR" -> stated;
            default -> stated + magnitude(claim.unitMult()) + " " + claim.unitMeasure();
        };
    }

    private static String magnitude(int unitMult) {
        return switch (unitMult) {
            case 0 -> "";
            case 3 -> " thousand";
            case 6 -> " million";
            case 9 -> " billion";
            case 12 -> " trillion";
            default -> " x 10^" + unitMult;
        };
    }
}

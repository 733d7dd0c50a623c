package silkline.stage.report;

import java.util.Locale;
import java.util.Set;
import silkline.claim.Claim;
import silkline.report.Language;
import silkline.series.Period;
import silkline.series.SeriesId;

/** Says in words what a claim is about and how much of it there is said to be. */
final class ClaimMeaning {
    private static final Set<String> PLAIN_UNITS = Set.of("RANK", "YEAR", "YEARS", "DAYS", "KM");

    private ClaimMeaning() {}

    /** Kind, {@link #subject}, amount and period, with the note of the claim where it has one. */
    static String meaning(ReportInputs inputs, Claim claim) {
        StringBuilder text = new StringBuilder("%s: %s, %s"
                .formatted(
                        inputs.text("kind." + claim.kind().code()),
                        subject(inputs, claim),
                        amount(inputs.language(), claim)));
        if (!claim.periods().isEmpty()) {
            text.append(", ")
                    .append(inputs.language()
                            .either(claim.periods().stream()
                                    .map(Period::toString)
                                    .toList()));
        }
        if (claim.windowYears() > 0) {
            text.append(", ").append(inputs.text("claims.over_years", claim.windowYears()));
        }
        return claim.note().isEmpty() ? text.toString() : text + " (" + claim.note() + ")";
    }

    /** {@code Exports of ICT services, Kyrgyzstan to United States}. */
    static String subject(ReportInputs inputs, Claim claim) {
        String what = inputs.indicatorTitle(claim.indicators().get(0));
        boolean hasArea = !claim.refArea().equals(SeriesId.NOT_APPLICABLE);
        boolean hasPartner = !claim.counterpartArea().equals(SeriesId.NOT_APPLICABLE);
        String who = hasArea ? inputs.areaName(claim.refArea()) : "";
        if (!hasPartner) {
            return hasArea ? inputs.text("subject.area", what, who) : what;
        }
        String partner = inputs.areaName(claim.counterpartArea());
        return hasArea
                ? inputs.text(with("subject.pair", claim.flow()), what, who, partner)
                : inputs.text(with("subject.partner", claim.flow()), what, partner);
    }

    /** The key for what goes to, comes from, or is exchanged with a partner. */
    static String with(String key, String flow) {
        return switch (flow) {
            case "X" -> key + ".to";
            case "M" -> key + ".from";
            default -> key + ".with";
        };
    }

    /** {@code over 1.00 billion USD}; ranks, years and lengths as they are printed. */
    private static String amount(Language language, Claim claim) {
        String printed = PLAIN_UNITS.contains(claim.unitMeasure())
                ? claim.stated().toPlainString() + " "
                        + language.text("unit." + claim.unitMeasure().toLowerCase(Locale.ROOT))
                : language.number(claim.value(), claim.baseUnit());
        return switch (claim.hedge()) {
            case EXACT -> printed;
            case BETWEEN ->
                language.text("range.between", printed, language.number(claim.highValue(), claim.baseUnit()));
            case ABOUT, OVER, AT_LEAST, ALMOST, UP_TO ->
                language.text("hedge." + claim.hedge().code(), printed);
        };
    }
}

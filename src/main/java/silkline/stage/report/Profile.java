package silkline.stage.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import silkline.UserError;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.series.CodeLists;
import silkline.source.ReferenceData;

/**
 * Whom a report is about.
 *
 * @param code {@code KAZ}, {@code KAZ-CHN} or {@code SPECA}; empty for the whole lake
 * @param areas the reporting countries: the one, or the members that the group has ever had; empty for the whole lake
 * @param partner the other side of a pair; empty for all partners
 */
public record Profile(String code, Set<String> areas, String partner) {
    public static final Profile WHOLE = new Profile("", Set.of(), "");
    private static final Pattern PAIR = Pattern.compile("([A-Z0-9_]+)-([A-Z0-9_]+)");
    private static final int NEAREST = 3;

    public Profile {
        areas = Set.copyOf(areas);
    }

    /** An error of usage, with the nearest codes, where {@code code} is no country, pair or group. */
    public static Profile of(String code, ReferenceData reference) {
        Matcher pair = PAIR.matcher(code);
        if (pair.matches()) {
            requireKnown(pair.group(2), code, reference);
            return new Profile(code, members(pair.group(1), code, reference), pair.group(2));
        }
        return new Profile(code, members(code, code, reference), "");
    }

    private static Set<String> members(String area, String code, ReferenceData reference) {
        requireKnown(area, code, reference);
        Set<String> members = reference.memberships().stream()
                .filter(membership -> membership.group().equals(area))
                .map(ReferenceData.Membership::member)
                .collect(Collectors.toCollection(TreeSet::new));
        return members.isEmpty() ? Set.of(area) : members;
    }

    private static void requireKnown(String area, String code, ReferenceData reference) {
        CodeLists codes = reference.codes();
        if (!codes.knows(CodeLists.AREA, area)) {
            List<String> nearest = codes.nearest(CodeLists.AREA, area, NEAREST);
            throw UserError.usage(
                    "--profile '%s': no area has the code '%s'.%s Give a country (KAZ), a pair (KAZ-CHN), a group"
                                    .formatted(
                                            code,
                                            area,
                                            nearest.isEmpty()
                                                    ? ""
                                                    : " The nearest are " + String.join(", ", nearest) + ".")
                            + " (SPECA) or all.");
        }
    }

    public boolean isWhole() {
        return code.isEmpty();
    }

    /** Whether a claim is about it, as the one who reports or as the partner. */
    public boolean isAbout(Claim claim) {
        if (isWhole()) {
            return true;
        }
        String one = claim.refArea();
        String other = claim.counterpartArea();
        return partner.isEmpty()
                ? isOfIt(one) || isOfIt(other)
                : (isOfIt(one) && other.equals(partner)) || (isOfIt(other) && one.equals(partner));
    }

    private boolean isOfIt(String area) {
        return area.equals(code) || areas.contains(area);
    }

    List<ClaimResult> of(List<ClaimResult> results) {
        return results.stream().filter(result -> isAbout(result.claim())).toList();
    }

    /** The partners to read: that of the pair, otherwise those that {@code usual} says. */
    Column partners(String column, Column usual) {
        return partner.isEmpty() ? usual : functions.col(column).equalTo(partner);
    }

    /** {@code Kazakhstan}, {@code Kazakhstan – China}. */
    String name(ReportInputs inputs) {
        String first = partner.isEmpty() ? code : code.substring(0, code.length() - partner.length() - 1);
        return partner.isEmpty() ? inputs.areaName(first) : inputs.areaName(first) + " – " + inputs.areaName(partner);
    }
}

package silkline.series;

import java.util.Optional;

/** Codes of the Harmonized System, which changes every few years: which edition has them. */
final class ProductEditions {
    private static final String ANY = "HS";
    /** The edition that is known code by code. */
    private static final String NEWEST = "HS22";

    private ProductEditions() {}

    /** Why a code is none of its edition, where another has it; empty where it is one, or where none has it. */
    static Optional<String> refusal(CodeLists codes, String edition, String code) {
        boolean isOfAny = edition.startsWith(ANY)
                && codes.hasList(CodeLists.PRODUCT + ANY)
                && codes.knows(CodeLists.PRODUCT + ANY, code);
        if (!isOfAny || codes.knows(CodeLists.PRODUCT + edition, code)) {
            return Optional.empty();
        }
        String other = codes.knows(CodeLists.PRODUCT + NEWEST, code) ? "one of " + NEWEST : "one of another";
        return Optional.of(
                "product '%s:%s': %s is no code of that edition of the Harmonized System, but %s; name the edition that the source used, or write HS:%s where it does not say"
                        .formatted(edition, code, code, other, code));
    }
}

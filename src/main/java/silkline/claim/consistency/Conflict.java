package silkline.claim.consistency;

import java.util.List;
import java.util.Locale;

/**
 * Claims that do not go together.
 *
 * @param claims by id, the fewest that show it
 * @param identities what must hold between their quantities, in words; empty where nothing has to be computed
 * @param explanation one sentence
 */
public record Conflict(Rule rule, Strength strength, List<String> claims, String identities, String explanation) {
    /** What is wrong. */
    public enum Rule {
        /** The stated figures cannot all be true. */
        CONTRADICTION,
        /** A figure of a period that was not over when the article appeared. */
        PREMATURE,
        /** The same figure of the same quantity more than a year later. */
        REPEATED,
        /** One printed figure, two things that it is said to be. */
        TWO_MEANINGS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Under what it holds. */
    public enum Strength {
        /** By the words alone. */
        HARD,
        /** Only with the widths that hedges are read with. */
        BY_WIDTHS,
        /** Worth a look; coincidence is possible. */
        HINT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Conflict {
        claims = List.copyOf(claims);
    }
}

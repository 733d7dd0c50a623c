package silkline.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All claims, and what they are judged by.
 *
 * @param claims by id, since some relate to others
 * @param published the last day on which each article can have appeared, by its id
 * @param lookAlikes indicators that are easily taken for another, by that other
 */
public record ClaimBook(
        Map<String, Claim> claims,
        Map<String, LocalDate> published,
        Widths widths,
        Map<String, List<String>> lookAlikes) {
    private static final String MARKETS = "market_count";

    public ClaimBook {
        claims = Map.copyOf(claims);
        published = Map.copyOf(published);
        lookAlikes = Map.copyOf(lookAlikes);
    }

    public static ClaimBook of(
            List<Claim> claims, List<Article> articles, Widths widths, Map<String, List<String>> lookAlikes) {
        Map<String, Claim> byId = new LinkedHashMap<>();
        claims.forEach(claim -> byId.put(claim.id(), claim));
        Map<String, LocalDate> published = new HashMap<>();
        articles.forEach(
                article -> published.put(article.id(), article.published().latest()));
        return new ClaimBook(byId, published, widths, lookAlikes);
    }

    /** What the claim allows, in base units. */
    public Bounds bounds(Claim claim) {
        return claim.bounds(widths);
    }

    /** The claim that it is a part, a multiple or a continuation of. */
    public Optional<Claim> related(Claim claim) {
        return Optional.ofNullable(claims.get(claim.relatesTo()));
    }

    /** How many markets the article of a share says that the same reporter has, of the same flow and period. */
    Optional<Claim> marketsOf(Claim share) {
        return claims.values().stream()
                .filter(other -> other.kind() == Kind.COUNT
                        && other.indicators().contains(MARKETS)
                        && other.articleId().equals(share.articleId())
                        && other.refArea().equals(share.refArea())
                        && other.flow().equals(share.flow())
                        && other.periods().equals(share.periods()))
                .min(Comparator.comparing(Claim::id));
    }

    /** The last day on which its article can have appeared; empty where the article is not there. */
    public Optional<LocalDate> published(Claim claim) {
        return Optional.ofNullable(published.get(claim.articleId()));
    }

    /** The last target for the same that an earlier article stated otherwise. */
    Optional<Claim> earlierTarget(Claim claim) {
        Optional<LocalDate> day = published(claim);
        return claims.values().stream()
                .filter(other -> day.isPresent()
                        && other.isTargetFor(claim)
                        && published(other).filter(day.get()::isAfter).isPresent()
                        && (!other.periods().equals(claim.periods()) || other.value() != claim.value()))
                .max(Comparator.comparing((Claim other) -> published(other).orElseThrow())
                        .thenComparing(Claim::id));
    }

    /** Whether a series is of something that is easily taken for what the claim is about. */
    boolean looksAlike(Claim claim, String indicator) {
        return claim.indicators().stream()
                .anyMatch(own -> lookAlikes.getOrDefault(own, List.of()).contains(indicator));
    }
}

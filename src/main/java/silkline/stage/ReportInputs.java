package silkline.stage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.source.ReferenceData;

/** What a report is made of: articles, claims with their results, and the rows of {@link ReportQueries} by name. */
public record ReportInputs(
        ReferenceData reference, List<Article> articles, List<ClaimResult> results, Map<String, List<Row>> collected) {
    public ReportInputs {
        articles = List.copyOf(articles);
        results = List.copyOf(results);
        collected = Map.copyOf(collected);
    }

    List<Row> rows(String query) {
        return collected.get(query);
    }

    /** The countries that the claims are about, and the members of the groups that they name. */
    public static Set<String> areas(List<Claim> claims, ReferenceData reference) {
        Set<String> named = new TreeSet<>();
        Set<String> areas = new TreeSet<>();
        for (Claim claim : claims) {
            if (claim.inScope()) {
                named.add(claim.refArea());
                named.add(claim.counterpartArea());
                areas.add(claim.refArea());
            }
        }
        areas.removeAll(reference.aggregates());
        reference.memberships().stream().filter(m -> named.contains(m.group())).forEach(m -> areas.add(m.member()));
        return areas;
    }

    /** Groups that the claims name. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        reference.memberships().forEach(m -> groups.add(m.group()));
        groups.retainAll(results.stream().map(r -> r.claim().counterpartArea()).toList());
        return groups;
    }
}

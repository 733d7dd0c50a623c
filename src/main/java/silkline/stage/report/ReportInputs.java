package silkline.stage.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.report.Column;
import silkline.report.Language;
import silkline.report.Scale;
import silkline.source.ReferenceData;

/**
 * What a report is made of: articles, claims with their results, and the rows of {@link ReportQueries} by name. Claims
 * that are not about the profile are left out.
 */
public record ReportInputs(
        ReferenceData reference,
        List<Article> articles,
        List<ClaimResult> results,
        Map<String, List<Row>> collected,
        Language language,
        Profile profile) {
    public ReportInputs {
        articles = List.copyOf(articles);
        results = profile.of(results);
        collected = Map.copyOf(collected);
    }

    /** A fixed text of the report's language. */
    public String text(String key, Object... arguments) {
        return language.text(key, arguments);
    }

    /** A column of words, under the name {@code column.name} of the language. */
    Column textColumn(String name) {
        return Column.text(text("column." + name));
    }

    /** A column of numbers, each in its own scale. */
    Column numberColumn(String name) {
        return Column.numbers(text("column." + name));
    }

    Column numberColumn(String name, Scale scale) {
        return Column.numbers(text("column." + name), scale);
    }

    /** {@code Kasachstan}; a code that nobody knows stays. */
    String areaName(String code) {
        return reference.areaName(code, language.code());
    }

    /** {@code Warenhandel}; the title of the code list where the language has none. */
    String indicatorTitle(String code) {
        return language.textOr("indicator." + code, reference.indicatorTitle(code));
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

    /** Groups that some claim is about as a partner. */
    public static Set<String> groups(List<Claim> claims, ReferenceData reference) {
        Set<String> groups = new TreeSet<>();
        reference.memberships().forEach(m -> groups.add(m.group()));
        groups.retainAll(claims.stream().map(Claim::counterpartArea).toList());
        return groups;
    }

    /** Groups that the claims name, and the one that the report is about. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        reference.memberships().forEach(m -> groups.add(m.group()));
        Set<String> named = new TreeSet<>();
        results.forEach(result -> named.add(result.claim().counterpartArea()));
        named.add(profile.code());
        groups.retainAll(named);
        return groups;
    }
}

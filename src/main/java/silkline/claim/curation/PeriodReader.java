package silkline.claim.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.series.PublicationDate;

/** Reads the time that words state, as said in an article of a date: "im vergangenen Jahr", "2024'ün ilk yarısında". */
final class PeriodReader {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    private final Language language;
    private final int year;
    private final int month;

    PeriodReader(Language language, PublicationDate published) {
        this.language = language;
        this.year = published.latest().getYear();
        this.month = published.latest().getMonthValue();
    }

    /** Everything that the words can mean, the most exact first; empty where they state no time. */
    List<When> read(String text) {
        String plain = withoutDates(withoutBases(language.normalised(text)));
        List<When> found = new ArrayList<>();
        parts(plain, found);
        if (!found.isEmpty()) {
            return found;
        }
        for (int years : language.counts("past_years", plain)) {
            found.add(new When(List.of(Period.ofYear(year - 1), Period.ofYear(year)), years));
        }
        for (int years : language.counts("next_years", plain)) {
            found.add(When.of(Period.ofYear(year + years)));
        }
        if (language.finds("since_new_year", plain)) {
            found.add(When.of(sinceNewYear(explicitYear(plain).orElse(year))));
        }
        if (!found.isEmpty()) {
            return found;
        }
        years(plain).forEach(one -> found.add(When.of(Period.ofYear(one))));
        if (language.finds("last_year", plain)) {
            found.add(When.of(Period.ofYear(year - 1)));
        }
        if (language.finds("this_year", plain)) {
            found.add(When.of(Period.ofYear(year)));
        }
        if (language.finds("now", plain)) {
            found.addAll(now());
        }
        return found;
    }

    /** What a figure means that says no time at all: the last full year, or, of what is counted on a day, the month of the article. */
    List<When> unsaid() {
        return List.of(When.of(Period.ofYear(year - 1)), When.of(Period.of(Frequency.MONTH, year, month)));
    }

    /** The years that the words compare with: "gegenüber 2019". */
    List<Period> bases(String text) {
        List<Period> bases = new ArrayList<>();
        Matcher matcher = base(language.normalised(text));
        while (matcher.find()) {
            bases.add(Period.ofYear(Integer.parseInt(matcher.group("year"))));
        }
        return bases;
    }

    /** A day is when something was said or done, not the time of a figure. */
    private String withoutDates(String plain) {
        String month = language.anyOf("month.");
        String day = "(?<!\\d)[0-3]?\\d(?:st|nd|rd|th)?";
        return language.pattern("%s\\.? %s(?: \\d{4})?|%s %s(?:, \\d{4})?(?!\\d)".formatted(day, month, month, day))
                .matcher(plain)
                .replaceAll(" ");
    }

    private String withoutBases(String plain) {
        return base(plain).replaceAll(" ");
    }

    private Matcher base(String plain) {
        return language.pattern(language.any("against") + " (?:\\p{L}+ ){0,2}?(?<year>(?:19|20)\\d{2})")
                .matcher(plain);
    }

    private List<When> now() {
        return List.of(When.of(Period.ofYear(year)), When.of(Period.of(Frequency.MONTH, year, month)));
    }

    /** Quarters, half-years, months and first months; of the year named, else of the year of the article. */
    private void parts(String plain, List<When> found) {
        int of = explicitYear(plain).orElse(language.finds("last_year", plain) ? year - 1 : year);
        for (int quarter = 1; quarter <= 4; quarter++) {
            add(plain, "quarter." + quarter, Period.of(Frequency.QUARTER, of, quarter), found);
        }
        for (int half = 1; half <= 2; half++) {
            add(plain, "half." + half, Period.of(Frequency.HALF_YEAR, of, half), found);
        }
        for (int months : language.counts("first_months", plain)) {
            if (months >= 1 && months <= 12) {
                found.add(When.of(Period.ofRange(of, 1, months)));
            }
        }
        List<Integer> named = new ArrayList<>();
        for (int one = 1; one <= 12; one++) {
            if (language.finds("month." + one, plain)) {
                named.add(one);
            }
        }
        if (named.size() == 1) {
            found.add(When.of(Period.of(Frequency.MONTH, of, named.get(0))));
        } else if (named.size() == 2) {
            found.add(When.of(Period.ofRange(of, named.get(0), named.get(1) - named.get(0) + 1)));
        }
    }

    private void add(String plain, String key, Period period, List<When> found) {
        if (language.finds(key, plain)) {
            found.add(When.of(period));
        }
    }

    /** To the month of the article at the latest: January, January and February ... */
    private List<Period> sinceNewYear(int of) {
        List<Period> periods = new ArrayList<>();
        periods.add(Period.of(Frequency.MONTH, of, 1));
        for (int months = 2; months <= (of == year ? month : 12); months++) {
            periods.add(Period.ofRange(of, 1, months));
        }
        return periods;
    }

    private static Optional<Integer> explicitYear(String plain) {
        return years(plain).stream().findFirst();
    }

    private static List<Integer> years(String plain) {
        return YEAR.matcher(plain)
                .results()
                .map(result -> Integer.parseInt(result.group()))
                .toList();
    }
}

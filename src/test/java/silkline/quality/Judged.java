package silkline.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import silkline.series.Period;

/**
 * What the rules say of series written as lines: period, value ({@code -} where missing), then maybe the day of
 * publication and {@code B} for a break, as in {@code 2015 100 2020-07-31}.
 */
final class Judged {
    static final String TRADE = "goods_trade.A.KAZ.X.UZB.TOTAL.USD.FOB.V.N.customs.sample";
    static final String GROWTH = "gdp_growth.A.KAZ._Z._Z._Z.PCT._Z.L.N._Z.sample";
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final Tally tally;

    private Judged(Expectations expected) {
        tally = new Tally(Map.of("sample", expected));
    }

    static Judged by(Expectations expected) {
        return new Judged(expected);
    }

    static Judged byDefault() {
        return by(Expectations.DEFAULT);
    }

    static Expectations with(Rule rule, Severity severity) {
        return new Expectations(Map.of(rule, severity), Map.of(), List.of(), Expectations.DEFAULT.coverage());
    }

    /** One more series, every row of which is of this run. */
    Judged series(String id, String... lines) {
        SeriesRows rows = new SeriesRows();
        rows.start(id.hashCode(), id);
        for (int i = 0; i < lines.length; i++) {
            String[] cells = lines[i].split(" ", -1);
            String published = cells.length > 2 ? cells[2] : "2025-06-30";
            rows.add(
                    Period.parse(cells[0]).orElseThrow().index(),
                    (int) LocalDate.parse(published).toEpochDay(),
                    cells[1].equals("-") ? Double.NaN : Double.parseDouble(cells[1]),
                    cells.length > 3 && cells[3].equals("B"),
                    "sample.csv",
                    i + 2);
        }
        tally.add(rows);
        return this;
    }

    /** One more series of years from 2000 on. */
    Judged years(String id, double... values) {
        String[] lines = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            lines[i] = (2000 + i) + " " + values[i];
        }
        return series(id, lines);
    }

    Tally tally() {
        return tally;
    }

    RuleResult result(Rule rule) {
        return tally.results(TODAY).stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    /** The texts of the breaks of a rule. */
    List<String> breaks(Rule rule) {
        return result(rule).examples().stream().map(Example::text).toList();
    }
}

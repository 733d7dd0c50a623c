package silkline.report;

import java.util.ArrayList;
import java.util.List;
import silkline.report.ClaimCard.Check;
import silkline.report.ClaimCard.Implied;
import silkline.report.ClaimCard.Statement;
import silkline.report.ClaimCard.Verdict;
import silkline.report.Report.Finding;
import silkline.report.Report.Run;
import silkline.report.Report.Section;
import silkline.report.Report.Source;

/** A report with every kind of block and cell; its numbers are made up. */
public final class SampleReport {
    private static final Figure IT_2024 = Figure.of("obs/KGZ.ict_services_exports/2024", 130.4e6, "USD");
    private static final Figure IT_STATED = Figure.of("claim/000-02/stated", 130e6, "USD");
    private static final Figure IT_GAP = Figure.of("claim/000-02/gap", 0.0031, "RATIO");
    private static final Figure TRADE_2023 = Figure.of("obs/KAZ.TJK.turnover/2023", 855.3e6, "USD");
    private static final Figure TRADE_STATED = Figure.of("claim/004-02/stated_low", 1e9, "USD");
    private static final Figure TRADE_GAP = Figure.of("claim/004-02/gap", -0.1447, "RATIO");
    private static final Figure REQUIRED = Figure.of("claim/003-13/required_growth", 0.185, "RATIO");
    private static final Figure SHARE_CHANGE = Figure.of("share/UZB.X.CHN/2024/change", 1.2, "PP");
    private static final Figure OIL_SHARE = Figure.of("share/KAZ.X.HS2709/2024", 0.5312, "RATIO");

    private SampleReport() {}

    public static Report report() {
        return new Report(
                "Central Asian trade: stated and official figures",
                new Run("r-2025-12-31-a", "2026-01-01T00:00:00Z", "0.1.0", "2025-12-31", "lake"),
                findings(),
                List.of(claims(), growth(), shares(), forecasts(), quality()),
                List.of(
                        new Source(
                                "wdi",
                                "World Development Indicators",
                                "World Bank",
                                "https://data.worldbank.org",
                                "CC BY 4.0",
                                "2025-12-01"),
                        new Source(
                                "imf-dots",
                                "Direction of Trade Statistics",
                                "IMF",
                                "https://data.imf.org",
                                "IMF terms",
                                "2025-12-02"),
                        new Source(
                                "article-004",
                                "Kazakistan ve Tacikistan arasındaki işbirliği",
                                "news outlet",
                                "",
                                "",
                                "2025-11-30")));
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        "finding/004-02",
                        "Trade between Kazakhstan and Tajikistan in 2023 was 855.3 million USD, not over 1 billion USD"
                                + " as stated: 14.5 % less.",
                        List.of(TRADE_2023, TRADE_STATED, TRADE_GAP)),
                new Finding(
                        "finding/000-02",
                        "Exports of computer services by Kyrgyzstan in 2024 were 130.4 million USD; the 130 million"
                                + " stated are supported.",
                        List.of(IT_2024, IT_STATED)),
                new Finding(
                        "finding/003-13",
                        "The target of 15 billion USD of trade by 2030 needs growth of 18.5 % a year.",
                        List.of(REQUIRED)),
                new Finding(
                        "finding/uzb-chn",
                        "China's share of Uzbekistan's exports rose by 1.2 pp in 2024.",
                        List.of(SHARE_CHANGE)));
    }

    private static Section claims() {
        Figure open = new Figure("claim/004-02/stated_high", Double.POSITIVE_INFINITY, "USD", "unbounded");
        Figure lowFactor = Figure.of("claim/000-01/stated_low", 45, "FACTOR");
        Figure highFactor = Figure.of("claim/000-01/stated_high", 46, "FACTOR");
        Cell official = Cell.of(TRADE_2023, Status.PROVISIONAL);
        Cell stated = Cell.range(TRADE_STATED, open);
        Cell officialFactor = Cell.of(Figure.of("claim/000-01/official", 11.4, "FACTOR"), Status.ESTIMATED);
        Chart overview = new Chart.Dumbbell(
                "claims-overview",
                "Stated against official",
                "Of four claims that can be drawn, one agrees with the statistics and one is far above them.",
                List.of(
                        new Chart.Pair(
                                "000-01 IT exports to the USA, increase",
                                Cell.range(lowFactor, highFactor),
                                officialFactor,
                                Verdict.DEPENDS),
                        new Chart.Pair(
                                "000-02 IT exports of Kyrgyzstan, 2024",
                                Cell.of(IT_STATED),
                                Cell.of(IT_2024),
                                Verdict.SUPPORTED),
                        new Chart.Pair(
                                "001-01 Uzbekistan and Kazakhstan, growth",
                                percent("claim/001-01/stated", 0.14),
                                Cell.range(
                                        Figure.of("claim/001-01/low", 0.121, "RATIO"),
                                        Figure.of("claim/001-01/high", 0.149, "RATIO")),
                                Verdict.CONSISTENT),
                        new Chart.Pair(
                                "004-02 Kazakhstan and Tajikistan, 2023", stated, official, Verdict.CONTRADICTED)));
        ClaimCard supported = new ClaimCard(
                "000-02",
                new Statement(
                        "Dienstleistungen im Wert von 130 Millionen US-Dollar", "de", "Example Times", "2025-11-07"),
                "level: exports of IT services of Kyrgyzstan to the world in 2024, 130 million USD",
                Verdict.SUPPORTED,
                "The balance of payments gives 130.4 million USD, which rounds to what was stated.",
                List.of(new Check(
                        "as stated",
                        "KGZ computer services, credit",
                        "2024",
                        Cell.of(IT_STATED),
                        Cell.of(IT_2024),
                        Cell.of(IT_GAP),
                        Verdict.SUPPORTED)),
                List.of());
        ClaimCard contradicted = new ClaimCard(
                "004-02",
                new Statement(
                        "Geçen yıl ülkeler arasındaki ticaret 1 milyar doları aşarken",
                        "tr",
                        "Example Haber",
                        "2024-08-22"),
                "level: turnover of Kazakhstan and Tajikistan in 2023, over 1 billion USD",
                Verdict.CONTRADICTED,
                "Neither side's figures reach 1 billion USD in 2023; the Tajik figures are not published for that"
                        + " year.",
                List.of(
                        new Check(
                                "reported by Kazakhstan",
                                "KAZ turnover with TJK, customs",
                                "2023",
                                stated,
                                official,
                                Cell.of(TRADE_GAP),
                                Verdict.CONTRADICTED),
                        new Check(
                                "reported by Tajikistan",
                                "TJK turnover with KAZ, customs",
                                "2023",
                                stated,
                                Cell.missing("BASE_MISSING"),
                                Cell.missing(""),
                                Verdict.NOT_CHECKABLE)),
                List.of(
                        new Implied(
                                "needed in the second half of 2024 to reach the year before",
                                Figure.of("claim/004-03/second_half", 391.3e6, "USD")),
                        new Implied("growth a year to reach 2 billion USD by 2030", REQUIRED),
                        new Implied(
                                "years until doubled at the present rate",
                                Figure.of("claim/004-02/doubling", 4.08, "YEARS"))));
        ClaimCard silent = new ClaimCard(
                "002-00",
                new Statement("", "de", "Example Park", "2025-12-21"),
                "the article states no figure",
                Verdict.NO_CLAIM,
                "Nothing to check.",
                List.of(),
                List.of());
        return new Section(
                "claims",
                "Claims",
                "Every figure that the articles state, and what the statistics say about it.",
                List.of(overview, supported, contradicted, silent));
    }

    private static Section growth() {
        Chart lines = new Chart.Lines(
                "growth-trade",
                "Trade turnover with Kazakhstan",
                Scale.of("USD", 5e9),
                "Turnover with Uzbekistan has doubled since 2018; that with Tajikistan has no figure for 2020.",
                List.of("2018", "2019", "2020", "2021", "2022", "2023", "2024"),
                List.of(
                        series("Uzbekistan", "obs/KAZ.UZB", 2.5e9, 3.3e9, 2.9e9, 3.9e9, 5.0e9, 4.4e9, 4.3e9),
                        series("Kyrgyzstan", "obs/KAZ.KGZ", 0.86e9, 0.87e9, 0.77e9, 0.98e9, 1.2e9, 1.5e9, 1.7e9),
                        series(
                                "Tajikistan",
                                "obs/KAZ.TJK",
                                0.84e9,
                                0.71e9,
                                Double.NaN,
                                1.1e9,
                                1.3e9,
                                0.8553e9,
                                1.07e9)));
        Table table = new Table(
                "growth-table",
                "Growth of exports, year on year, 2024",
                List.of(
                        Column.text("Reporter"),
                        Column.numbers("Exports", Scale.of("USD", 8e10)),
                        Column.numbers("Growth", Scale.of("RATIO", 0.2)),
                        Column.numbers("Five years, a year", Scale.of("RATIO", 0.2))),
                List.of(
                        row("Kazakhstan", "KAZ", 81.6e9, 0.037, 0.0712, Status.NORMAL),
                        row("Kyrgyzstan", "KGZ", 3.81e9, 0.131, 0.141, Status.PROVISIONAL),
                        List.of(
                                Cell.of("Tajikistan"),
                                Cell.of(Figure.of("growth/TJK/level", 2.21e9, "USD"), Status.ESTIMATED),
                                Cell.of(Figure.of("growth/TJK/yoy", -0.098, "RATIO"), Status.ESTIMATED),
                                Cell.missing("BREAK")),
                        row("Uzbekistan", "UZB", 19.5e9, -0.054, 0.068, Status.NORMAL)));
        return new Section(
                "growth",
                "Growth",
                "",
                List.of(lines, table, new Note("Growth is not computed across a break in the series.")));
    }

    private static Section shares() {
        Chart bars = new Chart.Bars(
                "shares-kaz",
                "Products in Kazakhstan's exports, 2024",
                Scale.of("RATIO", 0.5),
                "Crude oil is 53.1 % of goods exports; no other product reaches a tenth.",
                List.of(
                        new Chart.Bar("Crude oil (HS 2709)", Cell.of(OIL_SHARE)),
                        new Chart.Bar("Uranium (HS 2844)", percent("share/KAZ.X.HS2844/2024", 0.058)),
                        new Chart.Bar(
                                "Refined copper and copper alloys, unwrought (HS 7403)",
                                percent("share/KAZ.X.HS7403/2024", 0.0441)),
                        new Chart.Bar("Ferro-alloys (HS 7202)", percent("share/KAZ.X.HS7202/2024", 0.0262))));
        return new Section(
                "shares",
                "Shares of exports",
                "Shares are of the published total, not of the sum of the parts.",
                List.of(bars));
    }

    private static Section forecasts() {
        List<Chart.Past> past = new ArrayList<>();
        double[] values = {2.5e9, 3.3e9, 2.9e9, 3.9e9, 5.0e9, 4.4e9, 4.3e9};
        for (int i = 0; i < values.length; i++) {
            Figure figure = Figure.of("obs/KAZ.UZB/" + (2018 + i), values[i], "USD");
            past.add(new Chart.Past(
                    String.valueOf(2018 + i), Cell.of(figure, i == 6 ? Status.PROVISIONAL : Status.NORMAL)));
        }
        List<Chart.Ahead> ahead = new ArrayList<>();
        for (int h = 1; h <= 4; h++) {
            String key = "forecast/KAZ.UZB/" + (2024 + h) + "/";
            double mean = 4.3e9 + 0.3e9 * h;
            double spread = 0.55e9 * Math.sqrt(h);
            ahead.add(new Chart.Ahead(
                    String.valueOf(2024 + h),
                    Figure.of(key + "mean", mean, "USD"),
                    band(key, "80", mean, 1.28 * spread),
                    band(key, "95", mean, 1.96 * spread)));
        }
        return new Section(
                "forecasts",
                "Forecasts",
                "",
                List.of(new Chart.Fan(
                        "forecast-uzb",
                        "Turnover of Kazakhstan and Uzbekistan, with forecast",
                        Scale.of("USD", 7e9),
                        "The model expects 5.50 billion USD in 2028, between 4.09 and 6.91 billion USD with 80 %"
                                + " probability.",
                        past,
                        ahead)));
    }

    private static Section quality() {
        return new Section(
                "quality",
                "Quality of the data",
                "",
                List.of(new Table(
                        "quality-rows",
                        "Rows read",
                        List.of(
                                Column.text("Dataset"),
                                Column.numbers("Read"),
                                Column.numbers("Accepted"),
                                Column.numbers("Quarantined"),
                                Column.text("Remark")),
                        List.of(List.of(
                                Cell.of("wdi"),
                                count("read", 18_240),
                                count("accepted", 18_237),
                                count("quarantined", 3),
                                Cell.of("value is not a number: `n/a` | line 7"))))));
    }

    private static List<Cell> row(
            String name, String code, double level, double growth, double fiveYears, Status status) {
        return List.of(
                Cell.of(name),
                Cell.of(Figure.of("growth/" + code + "/level", level, "USD"), status),
                Cell.of(Figure.of("growth/" + code + "/yoy", growth, "RATIO"), status),
                Cell.of(Figure.of("growth/" + code + "/cagr5", fiveYears, "RATIO"), status));
    }

    /** The last value is provisional, NaN is a gap. */
    private static Chart.Series series(String name, String key, double... values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Figure figure = Figure.of(key + "/" + (2018 + i), values[i], "USD");
            Status status = i == values.length - 1 ? Status.PROVISIONAL : Status.NORMAL;
            cells.add(Double.isNaN(values[i]) ? Cell.missing("MISSING") : Cell.of(figure, status));
        }
        return new Chart.Series(name, cells);
    }

    private static Cell.Range band(String key, String coverage, double mean, double margin) {
        return new Cell.Range(
                Figure.of(key + "lo" + coverage, mean - margin, "USD"),
                Figure.of(key + "hi" + coverage, mean + margin, "USD"));
    }

    private static Cell percent(String key, double ratio) {
        return Cell.of(Figure.of(key, ratio, "RATIO"));
    }

    private static Cell count(String what, double rows) {
        return Cell.of(Figure.of("quality/wdi/" + what, rows, "COUNT"));
    }
}

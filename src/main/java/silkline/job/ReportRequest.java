package silkline.job;

import silkline.report.Language;

/**
 * Which report is asked for.
 *
 * @param profile a country, pair or group; {@code all} for one of each country; empty for the whole lake
 */
public record ReportRequest(Language language, String profile) {
    public static final String ALL = "all";
}

package silkline.cli;

import picocli.CommandLine.Option;
import silkline.job.ReportRequest;
import silkline.report.Language;

/** Which report is asked for on the command line. */
final class ReportOptions {
    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "CODE",
            description = "Language of the report: en, de or tr (${DEFAULT-VALUE}).")
    private String language;

    @Option(
            names = "--profile",
            defaultValue = "",
            paramLabel = "CODE",
            description =
                    "Report on a country (KAZ), a pair (KAZ-CHN) or a group (SPECA), in OUT/profiles/CODE; all: one for"
                            + " each country and group that the whole report is about, with an index page.")
    private String profile;

    ReportRequest request() {
        return new ReportRequest(Language.of(language), profile);
    }
}

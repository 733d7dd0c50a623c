package silkline.report.page;

import java.util.List;
import java.util.Map;
import silkline.report.Language;
import silkline.report.PageResource;

/** The page that leads to the reports of single countries and groups. */
public final class ProfileIndex {
    private ProfileIndex() {}

    /** {@code page} is relative to the index; {@code claims} are those about the area. */
    public record Entry(String code, String name, String page, long claims) {}

    public static String render(List<Entry> entries, Language language) {
        String style = PageResource.text("/silkline/report/report.css");
        return HtmlReport.filled(
                "index.ftlh",
                Map.of(
                        "entries",
                        List.copyOf(entries),
                        "language",
                        language,
                        "style",
                        style,
                        "policy",
                        ContentPolicy.allowing(style)));
    }
}

package silkline.report.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import silkline.report.Chart;
import silkline.report.HiddenCharacters;
import silkline.report.Language;
import silkline.report.PageResource;
import silkline.report.Report;

/**
 * The report as one page that needs nothing else: style, script, chart library and data are in it, and its policy
 * forbids every request. Without scripts the charts stay away; their descriptions and tables remain.
 */
public final class HtmlReport {
    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
    private static final Configuration TEMPLATES = templates();

    private HtmlReport() {}

    /** The page, about one megabyte, most of it the chart library. */
    public static String render(Report report) {
        return render(report, PageResource.text(LIBRARY));
    }

    public static String render(Report report, String library) {
        String style = PageResource.text("/silkline/report/report.css");
        String script = PageResource.text("/silkline/report/report.js");
        String tables = PageResource.text("/silkline/report/tables.js");
        Map<String, Object> model = Map.of(
                "report",
                report,
                "language",
                report.language(),
                "about",
                about(report.run(), report.language()),
                "chartJson",
                (TemplateMethodModelEx) arguments -> ChartOptions.json(
                        (Chart) DeepUnwrap.unwrap((TemplateModel) arguments.get(0)), report.language()),
                "style",
                style,
                "script",
                script,
                "tables",
                tables,
                "texts",
                texts(report.language()),
                "library",
                library,
                "policy",
                ContentPolicy.allowing(style, library, script, tables));
        return filled("report.ftlh", model);
    }

    /** A template of this folder, filled. */
    static String filled(String template, Map<String, Object> model) {
        StringWriter page = new StringWriter();
        try {
            TEMPLATES.getTemplate(template).process(model, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("The report's template does not fit its model", e);
        }
        return HiddenCharacters.named(page.toString());
    }

    /** What the script says; JSON that may stand inside a script element. */
    private static String texts(Language language) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("filter", "csv", "low", "high", "unit", "status")) {
            texts.put(key, language.text("script." + key));
        }
        texts.put("rows", language.text("script.rows", "{0}", "{1}")); // numbered again for the script
        return texts.toString().replace("<", "\\u003c");
    }

    private static Map<String, String> about(Report.Run run, Language language) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put(language.text("page.as_of"), run.asOf());
        about.put(language.text("page.run"), run.id());
        about.put(language.text("page.finished"), run.finishedAt());
        about.put(language.text("page.version"), run.version());
        about.put(language.text("page.lake"), run.lake());
        return about;
    }

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlReport.class, "/silkline/report");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}

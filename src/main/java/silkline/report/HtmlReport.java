package silkline.report;

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
import java.util.Locale;
import java.util.Map;

/**
 * The report as one page that needs nothing else: style, script, chart library and data are in it, and its policy
 * forbids every request. Without scripts the charts stay away; their descriptions and tables remain.
 */
public final class HtmlReport {
    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
    private static final String TEXTS =
            "{\"filter\":\"Filter\",\"rows\":\"{0} of {1} rows\",\"csv\":\"CSV\",\"low\":\"low\",\"high\":\"high\","
                    + "\"unit\":\"unit\",\"status\":\"status\"}";
    private static final Configuration TEMPLATES = templates();

    private HtmlReport() {}

    /** The page, about one megabyte, most of it the chart library. */
    public static String render(Report report) {
        return render(report, PageResource.text(LIBRARY));
    }

    static String render(Report report, String library) {
        String style = PageResource.text("/silkline/report/report.css");
        String script = PageResource.text("/silkline/report/report.js");
        String tables = PageResource.text("/silkline/report/tables.js");
        Map<String, Object> model = Map.of(
                "report", report,
                "about", about(report.run()),
                "chartJson",
                        (TemplateMethodModelEx) arguments ->
                                ChartOptions.json((Chart) DeepUnwrap.unwrap((TemplateModel) arguments.get(0))),
                "style", style,
                "script", script,
                "tables", tables,
                "texts", TEXTS,
                "library", library,
                "policy", ContentPolicy.allowing(style, library, script, tables));
        StringWriter page = new StringWriter();
        try {
            TEMPLATES.getTemplate("report.ftlh").process(model, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("The report's template does not fit its model", e);
        }
        return HiddenCharacters.named(page.toString());
    }

    private static Map<String, String> about(Report.Run run) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("As of", run.asOf());
        about.put("Run", run.id());
        about.put("Finished", run.finishedAt());
        about.put("Version", run.version());
        about.put("Lake", run.lake());
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

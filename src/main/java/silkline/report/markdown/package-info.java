/** The report as Markdown. */
package silkline.report.markdown;

/** The report as a page with charts. */
package silkline.report.page;

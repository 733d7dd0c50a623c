/** The report for machines: the summary, and reviews of the claims. */
package silkline.report.json;

/** The findings of the report, out of the tables: one class for each of its sections. */
package silkline.stage.report;

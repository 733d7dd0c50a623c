/** The tables of what the runs did and what their rules found. */
package silkline.table.audit;

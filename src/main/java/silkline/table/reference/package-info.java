/** The tables that describe the others. */
package silkline.table.reference;

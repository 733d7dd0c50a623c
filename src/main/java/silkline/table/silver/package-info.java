/** The tables of what was read, as it was published. */
package silkline.table.silver;

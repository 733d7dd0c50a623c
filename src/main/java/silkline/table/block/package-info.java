/** Rows that travel as blocks of columns, and how they get into the files of a table. */
package silkline.table.block;

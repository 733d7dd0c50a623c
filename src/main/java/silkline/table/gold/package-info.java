/** The tables of what was computed. */
package silkline.table.gold;

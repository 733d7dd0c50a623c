/** How each kind of number in the report came about, one class for each table. */
package silkline.stage.explain;

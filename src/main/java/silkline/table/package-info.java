/** Tables in general: how one is defined, the list of all, and the lake that they lie in. */
package silkline.table;

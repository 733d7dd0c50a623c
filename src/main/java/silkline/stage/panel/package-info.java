/** Series as arrays, one row each, and what is computed along a series or across a panel of them. */
package silkline.stage.panel;

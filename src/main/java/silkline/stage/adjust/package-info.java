/** Values made comparable: in one currency, in the prices of one time, without the season. */
package silkline.stage.adjust;

/** Claims of articles held against the observations. */
package silkline.stage.claim;

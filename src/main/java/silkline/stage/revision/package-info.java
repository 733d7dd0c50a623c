/** How later vintages of a value differ from its first. */
package silkline.stage.revision;

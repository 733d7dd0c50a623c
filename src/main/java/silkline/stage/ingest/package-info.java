/** From the rows of a file to vintages of observations: parsed, decided on, accepted, and counted. */
package silkline.stage.ingest;

/** Rules that look at values together: against their own past, their sums, and what a release leaves out. */
package silkline.stage.quality;

/** What every stage shares: the run, the believed vintage, and columns that compute what the formulas do. */
package silkline.stage;

/** Forecasts of every series, how well they did, and what makes them add up. */
package silkline.stage.forecast;

/** Forecasts of parts and totals brought to add up. */
package silkline.forecast.reconcile;

/** Exponential smoothing in state-space form with automatic choice of its components. */
package silkline.forecast.ets;

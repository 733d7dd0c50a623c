/** Complex exponential smoothing. */
package silkline.forecast.ces;

/** The combination of models that is the default forecast, with intervals calibrated on forecasts of the past. */
package silkline.forecast.ensemble;

/** Seasonal ARIMA models with exact likelihood and automatic choice of their orders. */
package silkline.forecast.arima;

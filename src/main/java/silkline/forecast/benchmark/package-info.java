/** Models measured on the test parts of collections of series, as forecasting competitions do. */
package silkline.forecast.benchmark;

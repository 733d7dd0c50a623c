/**
 * Univariate forecasting: the model contract, the models, their rolling-origin accuracy and the choice between them.
 * Pure Java, deterministic, no input or output.
 */
package silkline.forecast;

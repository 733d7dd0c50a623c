/** The Theta family with fitted shares: smoothing plus a trend line, in state-space form. */
package silkline.forecast.theta;

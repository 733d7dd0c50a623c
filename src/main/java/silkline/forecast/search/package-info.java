/** Minimisers for the inner loops of the models: primitives only, no allocation while they search. */
package silkline.forecast.search;

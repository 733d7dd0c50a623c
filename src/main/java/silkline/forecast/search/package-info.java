/** Minimisers for the inner loops of the models, on primitives and without allocation while they search; linear systems. */
package silkline.forecast.search;

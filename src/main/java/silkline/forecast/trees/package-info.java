/** A forecast learnt across series: boosted trees, their features and their file. */
package silkline.forecast.trees;

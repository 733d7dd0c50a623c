/** What trade between areas and in products says of both: balances, mirrors, advantage, complexity, gravity, prices. */
package silkline.stage.trade;

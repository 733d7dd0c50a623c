package silkline.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One way to take a claim, as choices by name in a fixed order: side, period, base, change, total. */
public record Reading(Map<String, String> choices) {
    public static final String SIDE = "side";
    public static final String SOURCE = "source";
    public static final String INDICATOR = "indicator";
    public static final String BASIS = "basis";
    public static final String PRICES = "prices";
    public static final String VALUATION = "valuation";
    public static final String PERIOD = "period";
    public static final String BASE = "base_period";
    public static final String CHANGE = "change";
    public static final String TOTAL = "share_of";
    public static final String STARTING_FROM = "starting_from";

    public Reading {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** By the series that speaks. */
    static Reading of(Facts.About about, Claim.Side side) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(SIDE, side == Claim.Side.REPORTED ? "reporter" : "partner");
        choices.put(SOURCE, about.datasetId());
        choices.put(INDICATOR, about.indicator());
        choices.put(BASIS, about.basis());
        choices.put(PRICES, about.prices());
        choices.put(VALUATION, about.valuation());
        return new Reading(choices);
    }

    Reading with(String name, String choice) {
        Map<String, String> more = new LinkedHashMap<>(choices);
        more.put(name, choice);
        return new Reading(more);
    }

    /** Empty where there is nothing to choose. */
    public String choice(String name) {
        return choices.getOrDefault(name, "");
    }
}

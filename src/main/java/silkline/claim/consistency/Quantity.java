package silkline.claim.consistency;

import java.util.Set;
import silkline.claim.Claim;
import silkline.series.Period;

/** What a number is of: {@code goods_trade KAZ T TJK TOTAL USD 2024-S1}. */
record Quantity(
        String indicator, String area, String flow, String partner, String product, String unit, Period period) {
    private static final Set<String> FLOWS = Set.of("X", "M", "T", "RX", "RM");

    static Quantity of(Claim claim, String unit, Period period) {
        return new Quantity(
                claim.indicators().get(0),
                claim.refArea(),
                claim.flow(),
                claim.counterpartArea(),
                claim.product(),
                unit,
                period);
    }

    /** Whether values of parts of its period add up to it; a stock is counted on a day. */
    boolean isFlow() {
        return FLOWS.contains(flow);
    }

    Quantity in(Period other) {
        return new Quantity(indicator, area, flow, partner, product, unit, other);
    }

    Quantity with(String otherPartner) {
        return new Quantity(indicator, area, flow, otherPartner, product, unit, period);
    }

    Quantity of(String otherFlow) {
        return new Quantity(indicator, area, otherFlow, partner, product, unit, period);
    }

    String name() {
        return "%s %s %s %s %s %s %s"
                .formatted(indicator, area, flow, partner, product, unit, period)
                .replace("_Z ", "")
                .replaceAll(" +", " ");
    }
}

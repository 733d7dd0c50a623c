package silkline.stage.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import silkline.claim.Facts;
import silkline.series.FlowCode;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.share.Ledger;
import silkline.share.Trade;
import silkline.table.block.Block;

/** What one dataset says of one area's trade in one product with all partners, whose values may be added. */
final class Reporter {
    static final String WORLD = "WLD";
    /** Partners that a source lumps together: part of a total, but no partner. */
    static final String REST = "_X";

    private final SeriesId id;
    private final Set<String> aggregates;
    private final List<GroupMember> memberships;
    private final List<Period> periods;
    private final Map<String, Sides> partners = new TreeMap<>();

    /** {@code histories} of one {@link #keyOf}. */
    Reporter(Iterator<Block> histories, Set<String> aggregates, List<GroupMember> memberships) {
        List<Block> blocks = new ArrayList<>();
        histories.forEachRemaining(blocks::add);
        this.id = SeriesId.parse(blocks.get(0).label(0));
        this.aggregates = aggregates;
        this.memberships = memberships;
        Frequency frequency = Frequency.parse(id.freq()).orElseThrow();
        int[] indices = blocks.stream()
                .flatMapToInt(block -> Arrays.stream(block.getIntegers(), 0, block.getRows()))
                .sorted()
                .distinct()
                .toArray();
        this.periods = Arrays.stream(indices)
                .mapToObj(index -> new Period(frequency, index))
                .toList();
        for (Block block : blocks) {
            SeriesId series = SeriesId.parse(block.label(0));
            partners.computeIfAbsent(series.counterpartArea(), area -> new Sides(indices.length))
                    .add(series.flow(), block, indices);
        }
    }

    /** What values that may be added or divided have in common; empty for series that are no trade of an area. */
    static String keyOf(Block history, Set<String> aggregates) {
        SeriesId id = SeriesId.parse(history.label(0));
        boolean isTrade =
                Set.of(FlowCode.EXPORTS, FlowCode.IMPORTS, FlowCode.TURNOVER).contains(id.flow())
                        && !id.counterpartArea().equals(SeriesId.NOT_APPLICABLE)
                        && !aggregates.contains(id.refArea());
        return isTrade
                ? String.join(
                        ".",
                        id.datasetId(),
                        id.indicator(),
                        id.freq(),
                        id.refArea(),
                        id.product(),
                        id.basis(),
                        id.unitMeasure())
                : "";
    }

    SeriesId id() {
        return id;
    }

    List<Period> periods() {
        return periods;
    }

    String text(int at) {
        return PeriodTexts.of(periods.get(at).frequency(), periods.get(at).index());
    }

    /** Exports, imports and turnover, those that anything is known of. */
    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (String flow : List.of(FlowCode.EXPORTS, FlowCode.IMPORTS, FlowCode.TURNOVER)) {
            if (isReported(flow)) {
                flows.add(new Flow(flow));
            }
        }
        return flows;
    }

    /** One side is no turnover, unless some partner has the other. */
    private boolean isReported(String flow) {
        return has(flow) || (flow.equals(FlowCode.TURNOVER) && has(FlowCode.EXPORTS) && has(FlowCode.IMPORTS));
    }

    private boolean has(String flow) {
        return partners.values().stream().anyMatch(sides -> sides.has(flow));
    }

    private boolean isStatement() {
        return id.basis().equals(Facts.STATEMENT);
    }

    /** Trade of the reporter in one flow. */
    final class Flow {
        private final String code;
        private final List<Trade> single = new ArrayList<>();
        private final List<Trade> rest = new ArrayList<>();
        private final List<Trade> world = new ArrayList<>();

        private Flow(String code) {
            this.code = code;
            partners.forEach((area, sides) -> {
                Trade trade = sides.trade(area, code);
                if (area.equals(WORLD)) {
                    world.add(trade);
                } else if (area.equals(REST)) {
                    rest.add(trade);
                } else if (!aggregates.contains(area)) {
                    single.add(trade);
                }
            });
        }

        String code() {
            return code;
        }

        List<Trade> single() {
            return single;
        }

        /** The world and what the source lumps together. */
        List<Trade> others() {
            List<Trade> others = new ArrayList<>(rest);
            others.addAll(world);
            return others;
        }

        Ledger ledger() {
            Ledger.Coverage coverage = isStatement() ? Ledger.Coverage.SOME_PARTNERS : Ledger.Coverage.ALL_PARTNERS;
            return new Ledger(periods.size(), coverage, single, rest, world);
        }

        /**
         * Sums over the members that a group had in the whole period, the reporter itself left out. Statements name
         * single partners, so they make no group.
         */
        List<Trade> groups() {
            Map<String, Trade> byArea = new TreeMap<>();
            single.forEach(trade -> byArea.put(trade.member(), trade));
            Map<String, List<GroupMember>> byGroup = new TreeMap<>();
            for (GroupMember member : memberships) {
                byGroup.computeIfAbsent(member.group(), group -> new ArrayList<>())
                        .add(member);
            }
            List<Trade> groups = new ArrayList<>();
            byGroup.forEach((group, members) -> {
                if (!isStatement() && members.stream().anyMatch(member -> byArea.containsKey(member.area()))) {
                    groups.add(sum(group, members, byArea));
                }
            });
            return groups;
        }

        private Trade sum(String group, List<GroupMember> members, Map<String, Trade> byArea) {
            Trade sum = new Trade(group, periods.size());
            int figuresOfOne = code.equals(FlowCode.TURNOVER) ? 2 : 1;
            for (int at = 0; at < periods.size(); at++) {
                double known = Double.NaN;
                int figures = 0;
                int expected = 0;
                int published = Integer.MIN_VALUE;
                for (GroupMember member : members) {
                    if (!member.isValid(periods.get(at)) || member.area().equals(id.refArea())) {
                        continue;
                    }
                    expected += figuresOfOne;
                    Trade trade = byArea.get(member.area());
                    if (trade != null && trade.isKnown(at)) {
                        known = Double.isNaN(known) ? trade.known(at) : known + trade.known(at);
                        figures += trade.figures(at);
                        published = Math.max(published, trade.published(at));
                    }
                }
                sum.set(at, known, known, figures, expected, published);
            }
            return sum;
        }
    }
}

package silkline.stage.trade;

import static silkline.series.FlowCode.EXPORTS;
import static silkline.series.FlowCode.IMPORTS;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import silkline.mirror.Reliability;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.stage.panel.GroupMember;
import silkline.table.TableSpec;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.IntensityTable;
import silkline.table.gold.MarginTable;
import silkline.table.gold.MarketShareTable;
import silkline.table.gold.MirrorTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;

/** One row per period of a panel, with the rows of each table in it; reads the panel's sorted rows once. */
final class PairResults implements Iterator<Row> {
    static final String MIRRORS = "mirrors";
    static final String INTENSITIES = "intensities";
    static final String GROUPS = "groups";
    static final String BALANCES = "balances";
    static final String MARGINS = "margins";
    static final String MARKET_SHARES = "market_shares";

    static final StructType SCHEMA = new StructType()
            .add(Panels.PANEL_KEY, "bigint")
            .add(ObservationTable.PERIOD_INDEX, "int")
            .add(MIRRORS, rowsOf(MirrorTable.SPEC, MirrorTable.EXPORTER))
            .add(INTENSITIES, rowsOf(IntensityTable.SPEC, SeriesTable.REF_AREA))
            .add(GROUPS, rowsOf(GroupTradeTable.SPEC, GroupTradeTable.AREA_GROUP))
            .add(BALANCES, rowsOf(BalanceTable.SPEC, SeriesTable.REF_AREA))
            .add(MARGINS, rowsOf(MarginTable.SPEC, SeriesTable.REF_AREA))
            .add(MARKET_SHARES, rowsOf(MarketShareTable.SPEC, SeriesTable.REF_AREA));

    private final long key;
    private final Iterator<Row> rows;
    private final List<GroupMember> members;
    private final Reliability reliability = new Reliability();
    private final TreeMap<Integer, TradeMatrix> past = new TreeMap<>();
    private Row next;

    PairResults(long key, Iterator<Row> rows, List<GroupMember> members) {
        this.key = key;
        this.rows = rows;
        this.members = members;
        next = rows.hasNext() ? rows.next() : null;
    }

    /** The columns of a table that are its own: from {@code first} to the reason, without the period. */
    static ArrayType rowsOf(TableSpec table, String first) {
        List<String> names = List.of(table.schema().fieldNames());
        StructType own = new StructType();
        for (int i = names.indexOf(first); i <= names.indexOf(GrowthTable.REASON); i++) {
            boolean isPeriod = names.get(i).equals(ObservationTable.TIME_PERIOD)
                    || names.get(i).equals(ObservationTable.PERIOD_INDEX);
            own = isPeriod ? own : own.add(names.get(i), table.fields().get(i).dataType());
        }
        return new ArrayType(own, true);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        int index = next.getInt(2);
        Period period = new Period(Frequency.parse(next.getString(1)).orElseThrow(), index);
        TradeMatrix now = new TradeMatrix();
        while (next != null && next.getInt(2) == index) {
            now.put(next.getString(3), next.getString(4), next.getString(5), next.getDouble(6));
            next = rows.hasNext() ? rows.next() : null;
        }
        int perYear = period.frequency().perYear();
        TradeMatrix before = past.getOrDefault(index - perYear, new TradeMatrix());
        Row row = row(period, new PairMeasures(now, before, !past.containsKey(index - perYear)));
        PairMeasures.learn(now, reliability);
        past.headMap(index - perYear, true).clear();
        past.put(index, now);
        return row;
    }

    private Row row(Period period, PairMeasures measures) {
        return RowFactory.create(
                key,
                period.index(),
                array(measures.mirrors(reliability)),
                array(measures.intensities()),
                array(GroupMeasures.of(measures.now(), members, period)),
                array(measures.balances()),
                array(measures.margins(EXPORTS, IMPORTS)),
                array(measures.marketShares()));
    }

    private static Object[] array(List<Row> found) {
        return new ArrayList<>(found).toArray();
    }
}

package silkline.stage.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import silkline.table.block.Block;

/**
 * Vintages of one series that lie beside each other in a file, as a {@link Block}; and what all of a series say together. Of
 * vintages in a row that say the same, the first publication counts, as in {@code Vintages}.
 */
final class Stretch {
    /** In place of the status of an observation that the source withdrew. */
    static final String DELETED = "";

    /** How a vintage's trust is put into one number; the day it was published on can be had from it. */
    static final int PRECISIONS = 8;

    static final int DATED = 1 << 30;
    /** Days before 1970 that can be told. */
    static final int DAYS = 1 << 20;

    private static final int INDEX = 0;
    private static final int TRUST = 1;
    private static final int STATUS = 2;
    private static final int VALUE = 0;
    private static final int INGESTED = 1;

    private Stretch() {}

    static Iterator<Block> all(Iterator<Vintage> rows) {
        return new Iterator<>() {
            private final Growing stretch = new Growing();
            private Vintage ahead = rows.hasNext() ? rows.next() : null;

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public Block next() {
                if (ahead == null) {
                    throw new NoSuchElementException();
                }
                long key = ahead.getKey();
                stretch.clear();
                while (ahead != null && ahead.getKey() == key) {
                    stretch.add(
                            ahead.getIndex(),
                            ahead.getTrust(),
                            ahead.getIngested(),
                            ahead.getValue(),
                            ahead.getStatus());
                    ahead = rows.hasNext() ? rows.next() : null;
                }
                return stretch.block(key);
            }
        };
    }

    /** One row for each period that is not deleted. */
    static Block newest(long key, String seriesId, Iterator<Block> stretches) {
        Growing all = new Growing();
        while (stretches.hasNext()) {
            Block stretch = stretches.next();
            for (int i = 0; i < stretch.getRows(); i++) {
                all.add(
                        stretch.integer(INDEX, i),
                        stretch.integer(TRUST, i),
                        (long) stretch.number(INGESTED, i),
                        stretch.number(VALUE, i),
                        stretch.label(stretch.integer(STATUS, i)));
            }
        }
        return all.newest(key, seriesId);
    }

    /** Vintages as they come. */
    private static final class Growing {
        private int rows;
        private int[] indices = new int[128];
        private int[] trusts = new int[128];
        private int[] codes = new int[128];
        private double[] values = new double[128];
        private long[] ingested = new long[128];
        private final List<String> statuses = new ArrayList<>();

        void clear() {
            rows = 0;
            statuses.clear();
        }

        void add(int index, int trust, long micros, double value, String status) {
            if (rows == indices.length) {
                indices = Arrays.copyOf(indices, 2 * rows);
                trusts = Arrays.copyOf(trusts, 2 * rows);
                codes = Arrays.copyOf(codes, 2 * rows);
                values = Arrays.copyOf(values, 2 * rows);
                ingested = Arrays.copyOf(ingested, 2 * rows);
            }
            indices[rows] = index;
            trusts[rows] = trust;
            values[rows] = value;
            ingested[rows] = micros;
            codes[rows++] = code(status);
        }

        /** The few statuses of a series in the order in which they come up. */
        private int code(String status) {
            int code = statuses.indexOf(status);
            if (code < 0) {
                statuses.add(status);
                return statuses.size() - 1;
            }
            return code;
        }

        Block block(long key) {
            Block block = Block.of(key, rows, 3, 2, statuses.toArray(String[]::new));
            for (int i = 0; i < rows; i++) {
                block.set(INDEX, i, indices[i]);
                block.set(TRUST, i, trusts[i]);
                block.set(STATUS, i, codes[i]);
                block.set(VALUE, i, values[i]);
                block.set(INGESTED, i, (double) ingested[i]); // exact until the year 2255
            }
            return block;
        }

        Block newest(long key, String seriesId) {
            int[] order = order();
            int[] believed = new int[rows];
            int periods = 0;
            for (int end = 0; end < rows; end++) {
                boolean isLast = end == rows - 1 || indices[order[end + 1]] != indices[order[end]];
                if (isLast && !statuses.get(codes[order[end]]).equals(DELETED)) {
                    believed[periods++] = order[firstToSay(order, end)];
                }
            }
            String[] labels = new String[Histories.FIRST_STATUS + statuses.size()];
            labels[0] = seriesId;
            for (int i = 0; i < statuses.size(); i++) {
                labels[Histories.FIRST_STATUS + i] = statuses.get(i);
            }
            Block newest = Block.of(key, periods, Histories.INTEGERS, Histories.NUMBERS, labels);
            for (int i = 0; i < periods; i++) {
                int row = believed[i];
                newest.set(Histories.INDEX, i, indices[row]);
                newest.set(Histories.STATUS, i, codes[row]);
                newest.set(Histories.PUBLISHED, i, published(trusts[row]));
                newest.set(Histories.VALUE, i, values[row]);
            }
            return newest;
        }

        /** Rows by period, then by trust, then as ingested; most come so. */
        private int[] order() {
            int[] order = new int[rows];
            boolean isSorted = true;
            for (int i = 0; i < rows; i++) {
                order[i] = i;
                isSorted &= i == 0 || compare(i - 1, i) <= 0;
            }
            if (isSorted) {
                return order;
            }
            return Arrays.stream(order)
                    .boxed()
                    .sorted(this::compare)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private int compare(int one, int other) {
            if (indices[one] != indices[other]) {
                return Integer.compare(indices[one], indices[other]);
            }
            return trusts[one] != trusts[other]
                    ? Integer.compare(trusts[one], trusts[other])
                    : Long.compare(ingested[one], ingested[other]);
        }

        private int firstToSay(int[] order, int last) {
            int first = last;
            while (first > 0
                    && indices[order[first - 1]] == indices[order[last]]
                    && saySame(order[first - 1], order[last])) {
                first--;
            }
            return first;
        }

        private boolean saySame(int one, int other) {
            return codes[one] == codes[other]
                    && (trusts[one] >= DATED) == (trusts[other] >= DATED)
                    && Double.valueOf(values[one]).equals(values[other]);
        }

        private static int published(int trust) {
            return (trust & (DATED - 1)) / PRECISIONS - DAYS;
        }
    }
}

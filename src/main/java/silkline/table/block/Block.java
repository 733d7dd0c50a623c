package silkline.table.block;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows that belong together, such as the observations of a series, column by column: Spark copies arrays of primitives
 * whole, where rows cost an object for each cell. Columns of one type lie one after the other in one array; {@link
 * BlockRows} makes rows of them again. A bean, as Spark's encoders want it.
 */
public final class Block implements Serializable {
    private static final long serialVersionUID = 1L;

    private long key;
    private int rows;
    private String[] labels = {};
    private int[] integers = {};
    private double[] numbers = {};

    /** Wanted by Spark. */
    public Block() {}

    /** All integers are 0, all numbers missing; {@code labels} are texts that the rows share or point to. */
    public static Block of(long key, int rows, int integerColumns, int numberColumns, String... labels) {
        Block block = new Block();
        block.key = key;
        block.rows = rows;
        block.labels = labels;
        block.integers = new int[rows * integerColumns];
        block.numbers = new double[rows * numberColumns];
        Arrays.fill(block.numbers, Double.NaN);
        return block;
    }

    public String label(int position) {
        return labels[position];
    }

    public int integer(int column, int row) {
        return integers[column * rows + row];
    }

    public void set(int column, int row, int value) {
        integers[column * rows + row] = value;
    }

    /** NaN where it is missing. */
    public double number(int column, int row) {
        return numbers[column * rows + row];
    }

    public void set(int column, int row, double value) {
        numbers[column * rows + row] = value;
    }

    public long getKey() {
        return key;
    }

    public void setKey(long value) {
        key = value;
    }

    public int getRows() {
        return rows;
    }

    public void setRows(int value) {
        rows = value;
    }

    public String[] getLabels() {
        return labels;
    }

    public void setLabels(String[] values) {
        labels = values;
    }

    public int[] getIntegers() {
        return integers;
    }

    public void setIntegers(int[] values) {
        integers = values;
    }

    public double[] getNumbers() {
        return numbers;
    }

    public void setNumbers(double[] values) {
        numbers = values;
    }
}

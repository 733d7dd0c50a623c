package silkline.stage;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import silkline.series.Frequency;

/** Column twins of {@link Frequency} and {@link silkline.series.Period}. */
public final class PeriodColumns {
    private PeriodColumns() {}

    /** Twin of {@link Frequency#perYear}: how many period indices a year has. */
    public static Column perYear(Column freq) {
        Column perYear = lit(null).cast("int");
        for (Frequency frequency : Frequency.values()) {
            perYear = when(freq.equalTo(frequency.code()), frequency.perYear()).otherwise(perYear);
        }
        return perYear;
    }

    /** Twin of {@link silkline.series.Period#toString}, from the number of the period. */
    public static Column text(Column freq, Column index) {
        Column perYear = perYear(freq);
        Column year = floor(index.divide(perYear)).cast("string");
        Column position = pmod(index, perYear).plus(1);
        Column lengths = lit(Frequency.RANGE_LENGTHS);
        Column firstMonth = floor(index.divide(lengths));
        Column range = concat(
                floor(firstMonth.divide(12)).cast("string"),
                lit("-"),
                twoDigits(pmod(firstMonth, lit(12)).plus(1)),
                lit("/P"),
                pmod(index, lengths).cast("string"),
                lit("M"));
        return when(freq.equalTo(Frequency.ANNUAL.code()), year)
                .when(freq.equalTo(Frequency.HALF_YEAR.code()), concat(year, lit("-S"), position.cast("string")))
                .when(freq.equalTo(Frequency.QUARTER.code()), concat(year, lit("-Q"), position.cast("string")))
                .when(freq.equalTo(Frequency.MONTH.code()), concat(year, lit("-"), twoDigits(position)))
                .otherwise(range);
    }

    private static Column twoDigits(Column number) {
        return lpad(number.cast("string"), 2, "0");
    }
}

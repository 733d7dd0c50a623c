package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NumberLocalePropertyTest {
    /** The JDK's own writing, but for its sign: some locales use another character. */
    @Property
    void whatTheJdkWritesInALocaleIsReadBack(
            @ForAll NumberLocale locale, @ForAll long digits, @ForAll @IntRange(min = 0, max = 6) int scale) {
        BigDecimal number = new BigDecimal(BigInteger.valueOf(digits), scale);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(
                Locale.forLanguageTag(locale.name().toLowerCase(Locale.ROOT)));
        DecimalFormat format = new DecimalFormat(scale == 0 ? "#,##0" : "#,##0." + "0".repeat(scale), symbols);
        assertThat(locale.number(format.format(number))).contains(number);
    }

    @Property
    void plainDigitsNeedNoGroups(@ForAll NumberLocale locale, @ForAll int number) {
        assertThat(locale.number(Integer.toString(number))).contains(BigDecimal.valueOf(number));
    }
}

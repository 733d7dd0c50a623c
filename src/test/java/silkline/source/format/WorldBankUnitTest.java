package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldBankUnitTest {
    /** Names as they stand in World Development Indicators. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Commercial service exports (current US$) | USD 0 V",
                "Secondary income receipts (BoP, current US$) | USD 0 V",
                "Military expenditure (current USD) | USD 0 V",
                "GNI (constant 2015 US$) | USD 0 L",
                "PPG, official creditors (NFL, US$) | USD 0 _Z",
                "Net primary income (Net income from abroad) (current LCU) | XDC 0 V",
                "Terms of trade adjustment (constant LCU) | XDC 0 L",
                "GDP per capita, PPP (current international $) | PPP 0 V",
                "GNI, PPP (constant 2021 international $) | PPP 0 L",
                "Official exchange rate (LCU per US$, period average) | XDC 0 _Z",
                "Merchandise trade (% of GDP) | PCT 0 _Z",
                "Inflation, GDP deflator (annual %) | PCT 0 _Z",
                "Unemployment, total (% of total labor force) (modeled ILO estimate) | PCT 0 _Z",
                "Export volume index (2015 = 100) | IX 0 _Z",
                "Life expectancy at birth, male (years) | YEARS 0 _Z",
                "Nitrous oxide (N2O) emissions from Waste (Mt CO2e) | T 6 _Z",
                "Mortality rate, infant (per 1,000 live births) | PERMIL 0 _Z",
                "Water productivity, total (constant 2015 US$ GDP per cubic meter of total freshwater withdrawal) | _U 0 _Z",
                "Internally displaced people (IDP) by country or territory of asylum / origin | _U 0 _Z",
                "Population, total | _U 0 _Z"
            })
    void bracketsNameTheUnit(String name, String expected) {
        WorldBankUnit unit = WorldBankUnit.of(name);
        assertThat(unit.unit() + " " + unit.unitMult() + " " + unit.prices()).isEqualTo(expected);
    }
}

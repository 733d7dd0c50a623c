package silkline.source.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the brackets in the name of a World Bank indicator say of its unit, as in {@code GDP (constant 2015 US$)}.
 *
 * @param unit {@code _U} where the brackets name none that we have
 * @param unitMult power of ten
 * @param prices {@code V} for "current", {@code L} for "constant", else {@code _Z}
 */
record WorldBankUnit(String unit, String unitMult, String prices) {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");

    private record Rule(Pattern text, WorldBankUnit unit) {
        static Rule of(String text, String unit, String prices) {
            return of(text, unit, "0", prices);
        }

        static Rule of(String text, String unit, String unitMult, String prices) {
            return new Rule(Pattern.compile("(?:.*, )?" + text), new WorldBankUnit(unit, unitMult, prices));
        }
    }

    private static final WorldBankUnit NOT_STATED = new WorldBankUnit("_U", "0", "_Z");

    private static final List<Rule> RULES = List.of(
            Rule.of("current US(?:\\$|D)", "USD", "V"),
            Rule.of("constant (?:\\d{4} )?US\\$", "USD", "L"),
            Rule.of("US\\$", "USD", "_Z"),
            Rule.of("current LCU", "XDC", "V"),
            Rule.of("constant LCU", "XDC", "L"),
            Rule.of("current international \\$", "PPP", "V"),
            Rule.of("constant \\d{4} international \\$", "PPP", "L"),
            Rule.of("LCU per US\\$(?:, .*)?", "XDC", "_Z"),
            Rule.of("(?:annual )?%.*", "PCT", "_Z"),
            Rule.of(".*= 100", "IX", "_Z"),
            Rule.of("years", "YEARS", "_Z"),
            Rule.of("days", "DAYS", "_Z"),
            Rule.of("hectares", "HA", "_Z"),
            Rule.of("sq\\. km", "KM2", "_Z"),
            Rule.of("metric tons", "T", "_Z"),
            Rule.of("Mt CO2e", "T", "6", "_Z"),
            Rule.of("kWh", "KWH", "_Z"),
            Rule.of("number of people", "PERS", "_Z"),
            Rule.of("per 1,000(?: .*)?", "PERMIL", "_Z"));

    /** By the last brackets that name a unit; "(% of GDP) (modeled estimate)" is a percentage. */
    static WorldBankUnit of(String name) {
        WorldBankUnit found = NOT_STATED;
        Matcher brackets = BRACKETS.matcher(name);
        while (brackets.find()) {
            String text = brackets.group(1).strip();
            found = RULES.stream()
                    .filter(rule -> rule.text().matcher(text).matches())
                    .map(Rule::unit)
                    .findFirst()
                    .orElse(found);
        }
        return found;
    }
}

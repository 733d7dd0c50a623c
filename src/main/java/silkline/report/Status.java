package silkline.report;

import java.util.Locale;

/** How sure a value is; every mark but the first is printed beside the number and explained in the legend. */
public enum Status {
    NORMAL(""),
    PROVISIONAL("p"),
    ESTIMATED("e"),
    FORECAST("f");

    private final String mark;

    Status(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }

    /** Empty for a normal value. */
    public String word(Language language) {
        return this == NORMAL ? "" : language.text("status." + code());
    }

    /** As in JSON: {@code provisional}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

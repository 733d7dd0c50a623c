package silkline.report;

/** How sure a value is; every mark but the first is printed beside the number and explained in the legend. */
public enum Status {
    NORMAL("", ""),
    PROVISIONAL("p", "provisional"),
    ESTIMATED("e", "estimated"),
    FORECAST("f", "forecast");

    private final String mark;
    private final String word;

    Status(String mark, String word) {
        this.mark = mark;
        this.word = word;
    }

    public String mark() {
        return mark;
    }

    public String word() {
        return word;
    }
}

package silkline.report;

import java.util.Objects;

/** A column of a table: its heading, how its figures are shown, and whether they stand to the right. */
public record Column(String name, Scale scale, boolean isNumeric) {
    private static final Scale AS_PRINTED = new Scale("", 0, -1);

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scale, "scale");
    }

    public static Column text(String name) {
        return new Column(name, AS_PRINTED, false);
    }

    /** Numbers that each print their own unit. */
    public static Column numbers(String name) {
        return new Column(name, AS_PRINTED, true);
    }

    /** Numbers that share the unit in the heading. */
    public static Column numbers(String name, Scale scale) {
        return new Column(name, scale, true);
    }

    public String text(Figure figure, Language language) {
        return scale.equals(AS_PRINTED) ? language.figure(figure) : language.number(figure.value(), scale);
    }
}

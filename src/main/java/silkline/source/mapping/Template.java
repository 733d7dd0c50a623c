package silkline.source.mapping;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with the names of columns in braces, as in {@code HS:{cmdCode}}; without braces it is a constant. */
final class Template implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    private final String text;
    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private Template(String text) {
        this.text = text;
        Matcher name = NAME.matcher(text);
        int end = 0;
        while (name.find()) {
            literals.add(text.substring(end, name.start()));
            names.add(name.group(1));
            end = name.end();
        }
        literals.add(text.substring(end));
    }

    static Template parse(String text) {
        return new Template(text);
    }

    /** The names in braces, in their order. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** The texts before, between and after the names; one more than names. */
    List<String> literals() {
        return List.copyOf(literals);
    }

    @Override
    public String toString() {
        return text;
    }
}

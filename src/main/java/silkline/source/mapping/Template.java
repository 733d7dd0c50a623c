package silkline.source.mapping;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /** The text with the names replaced; {@code value} gives the text of a name. */
    String fill(UnaryOperator<String> value) {
        if (names.isEmpty()) {
            return text;
        }
        if (names.size() == 1 && literals.get(0).isEmpty() && literals.get(1).isEmpty()) {
            return value.apply(names.get(0));
        }
        StringBuilder filled = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            filled.append(value.apply(names.get(i))).append(literals.get(i + 1));
        }
        return filled.toString();
    }

    /** The one column that this is about, if it is nothing else. */
    Optional<String> onlyName() {
        return names.size() == 1 && text.length() == names.get(0).length() + 2
                ? Optional.of(names.get(0))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}

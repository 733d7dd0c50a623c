package silkline.explain;

import java.util.List;

/** The name of a printed number, parts joined by slashes: {@code growth/SERIES/2024/yoy_ratio}; the first is its kind. */
public record Key(List<String> parts) {
    private static final String SLASH = "/";

    public Key {
        parts = List.copyOf(parts);
    }

    public static Key parse(String text) {
        return new Key(List.of(text.split(SLASH, -1)));
    }

    public String kind() {
        return at(0);
    }

    /** The part at {@code position}, counted from 0; empty where there is none. */
    public String at(int position) {
        return position >= 0 && position < parts.size() ? parts.get(position) : "";
    }

    /** What stands last: the measure. */
    public String last() {
        return at(parts.size() - 1);
    }

    /** What stands from {@code position} on, without the last part: periods and dates may hold a slash themselves. */
    public String middle(int position) {
        return position < parts.size() - 1 ? String.join(SLASH, parts.subList(position, parts.size() - 1)) : "";
    }

    /** What stands from {@code position} on, to the end. */
    public String rest(int position) {
        return position < parts.size() ? String.join(SLASH, parts.subList(position, parts.size())) : "";
    }

    @Override
    public String toString() {
        return String.join(SLASH, parts);
    }
}

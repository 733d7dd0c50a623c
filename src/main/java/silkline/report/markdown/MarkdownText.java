package silkline.report.markdown;

import java.util.regex.Pattern;
import silkline.report.HiddenCharacters;

/** Text from data, made to stand in Markdown as it is. */
final class MarkdownText {
    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*\\[\\]|~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"); // snake_case needs no help
    private static final Pattern BLOCK_START = Pattern.compile("^(?=[#+>=-])|(?<=^\\d{1,9})(?=[.)])");

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}._:/=,+-]+");

    private MarkdownText() {}

    /** In a heading, list item or table cell: on one line. */
    static String inline(String text) {
        String line = HiddenCharacters.named(text.strip().replaceAll("\\s+", " "));
        return MARKUP.matcher(line.replace("&", "&amp;").replace("<", "&lt;")).replaceAll("\\\\$0");
    }

    /** At the start of a line, where it must not open a heading, quotation or list. */
    static String escaped(String text) {
        return BLOCK_START.matcher(inline(text)).replaceFirst("\\\\");
    }

    /** A key as code; as plain text where it has characters that keys do not have. */
    static String code(String key) {
        return KEY.matcher(key).matches() ? "`" + key + "`" : inline(key);
    }
}

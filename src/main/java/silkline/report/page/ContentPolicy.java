package silkline.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** What the page may do: run the scripts and the style whose hashes are named, and nothing else. */
final class ContentPolicy {
    private ContentPolicy() {}

    /** Style attributes are allowed because the chart library sets the fonts of its labels that way. */
    static String allowing(String style, String... scripts) {
        return "default-src 'none'; script-src %s; style-src-elem %s; style-src-attr 'unsafe-inline'; img-src data:; "
                        .formatted(
                                scripts.length == 0
                                        ? "'none'"
                                        : Arrays.stream(scripts)
                                                .map(ContentPolicy::hash)
                                                .collect(Collectors.joining(" ")),
                                hash(style))
                + "base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

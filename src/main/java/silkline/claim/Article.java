package silkline.claim;

import silkline.series.PublicationDate;

/**
 * A news article whose figures are checked; never its text.
 *
 * @param dateSource how the publication date was found
 * @param sha256 of the text that the claims were read from
 */
public record Article(
        String id,
        String title,
        String outlet,
        String language,
        PublicationDate published,
        String dateSource,
        String url,
        String sha256) {}

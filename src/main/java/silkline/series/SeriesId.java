package silkline.series;

import java.util.List;

/**
 * The dimensions that identify a series (SDMX concepts). The readable id joins them with dots in the order of the
 * components; none of them may contain a dot.
 */
public record SeriesId(
        String indicator,
        String freq,
        String refArea,
        String flow,
        String counterpartArea,
        String product,
        String unitMeasure,
        String valuation,
        String prices,
        String adjustment,
        String basis,
        String datasetId) {
    /** What a dimension says where it does not apply. */
    public static final String NOT_APPLICABLE = "_Z";

    /** The world as a partner, that is all partners together as published, or as the one who reports. */
    public static final String WORLD = "WLD";

    public SeriesId {
        for (String part : List.of(
                indicator,
                freq,
                refArea,
                flow,
                counterpartArea,
                product,
                unitMeasure,
                valuation,
                prices,
                adjustment,
                basis,
                datasetId)) {
            if (part.isEmpty() || part.indexOf('.') >= 0) {
                throw new IllegalArgumentException("'%s' cannot be a dimension of a series".formatted(part));
            }
        }
    }

    /** The inverse of {@link #toString}. */
    public static SeriesId parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 12) {
            throw new IllegalArgumentException("'%s' has not the twelve dimensions of a series".formatted(text));
        }
        return new SeriesId(
                parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8], parts[9],
                parts[10], parts[11]);
    }

    /** The same series, seasonally adjusted. */
    public SeriesId adjusted() {
        return new SeriesId(
                indicator,
                freq,
                refArea,
                flow,
                counterpartArea,
                product,
                unitMeasure,
                valuation,
                prices,
                "S",
                basis,
                datasetId);
    }

    /** The same series with another counterpart. */
    public SeriesId with(String counterpart) {
        return new SeriesId(
                indicator,
                freq,
                refArea,
                flow,
                counterpart,
                product,
                unitMeasure,
                valuation,
                prices,
                adjustment,
                basis,
                datasetId);
    }

    @Override
    public String toString() {
        return String.join(
                ".",
                indicator,
                freq,
                refArea,
                flow,
                counterpartArea,
                product,
                unitMeasure,
                valuation,
                prices,
                adjustment,
                basis,
                datasetId);
    }
}

package silkline.source.format;

import java.util.List;
import java.util.regex.Pattern;
import silkline.series.CodeLists;
import silkline.source.layout.BrokenLayout;
import silkline.source.layout.InputFile;
import silkline.source.layout.JsonRecords;
import silkline.source.layout.NativeRows;
import silkline.source.mapping.Mapping;

/**
 * Answers of UN Comtrade's API ({@code data/v1/get}, {@code public/v1/preview}): the records of {@code data}, with the
 * columns of {@code comtrade-csv} and read as these are, see {@link Comtrade}. A line is the number of the record. Read as
 * a stream in one task; the API gives at most 250,000 records, about 200 MB.
 *
 * @see <a href="https://comtradedeveloper.un.org">UN Comtrade developer portal</a>
 */
public final class ComtradeJson implements TreeFormat {
    private static final long serialVersionUID = 1L;

    private static final Pattern RECORDS = Pattern.compile("/data/\\d+");
    private static final List<String> NEEDED = List.of(
            "period",
            "reporterCode",
            "flowCode",
            "partnerCode",
            "partner2Code",
            "classificationCode",
            "cmdCode",
            "customsCode",
            "motCode",
            "primaryValue");

    @Override
    public String id() {
        return "comtrade-json";
    }

    @Override
    public Reading open(InputFile file, CodeLists codes, Mapping own) {
        NativeRows rows = JsonRecords.read(file, RECORDS);
        if (rows.columns().contains("fileUrl")) {
            throw new BrokenLayout(
                    "is the index of UN Comtrade's bulk files: it says what can be downloaded and holds no trade.",
                    "Download the files that it names and read them with format comtrade-csv.");
        }
        TreeFormat.require(
                rows,
                NEEDED,
                "an answer of UN Comtrade's API",
                "Ask data/v1/get or public/v1/preview, or choose the format that the file has.");
        return new Reading(Comtrade.rows(rows, codes), Comtrade.MAPPING);
    }
}

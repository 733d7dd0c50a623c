package silkline.source;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import silkline.source.ReferenceData.Membership;

/** Reads who belonged to which group, and when. */
final class Memberships {
    private Memberships() {}

    /** The rows of {@code groups.csv}; those that follow each other without a day between them are one: the status changed, not the group. */
    static List<Membership> of(List<CSVRecord> rows) {
        List<Membership> memberships = new ArrayList<>();
        rows.forEach(row -> add(memberships, row));
        return memberships;
    }

    private static void add(List<Membership> memberships, CSVRecord row) {
        LocalDate from = date(row.get("valid_from"), LocalDate.of(1, 1, 1), false);
        LocalDate to = date(row.get("valid_to"), LocalDate.of(9999, 12, 31), true);
        Membership last = memberships.isEmpty() ? null : memberships.get(memberships.size() - 1);
        boolean goesOn = last != null
                && last.group().equals(row.get("group"))
                && last.member().equals(row.get("member"))
                && last.to().plusDays(1).equals(from);
        if (goesOn) {
            memberships.set(memberships.size() - 1, new Membership(last.group(), last.member(), last.from(), to));
        } else {
            memberships.add(new Membership(row.get("group"), row.get("member"), from, to));
        }
    }

    /** A day, or the first (or last) day of a month or year; {@code open} where there is none. */
    private static LocalDate date(String text, LocalDate open, boolean isLast) {
        return switch (text.length()) {
            case 0 -> open;
            case 4 -> LocalDate.parse(text + (isLast ? "-12-31" : "-01-01"));
            case 7 ->
                isLast
                        ? YearMonth.parse(text).atEndOfMonth()
                        : YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }
}

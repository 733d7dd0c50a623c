package silkline.source.layout;

/** Follows separated text character by character and knows whether it is inside a quoted cell (RFC 4180, section 2). */
final class CsvQuotes {
    private final int delimiter;
    private boolean isOpen;
    private boolean isJustClosed;
    private boolean isAtCellStart;

    CsvQuotes(int delimiter, boolean isOpen) {
        this.delimiter = delimiter;
        this.isOpen = isOpen;
        this.isAtCellStart = !isOpen;
    }

    void pass(int c) {
        if (c != '"') {
            isJustClosed = false;
            isAtCellStart = !isOpen && (c == delimiter || c == '\n');
            return;
        }
        // A second quote right after a closing one is a quote within the cell.
        boolean opens = !isOpen && (isAtCellStart || isJustClosed);
        isJustClosed = isOpen;
        isOpen = opens;
        isAtCellStart = false;
    }

    boolean areOpen() {
        return isOpen;
    }
}

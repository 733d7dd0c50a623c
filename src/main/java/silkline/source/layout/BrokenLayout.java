package silkline.source.layout;

/** A file that is not of the layout it is read as: what is wrong with it, and what to do. */
public final class BrokenLayout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What to do about a file that is damaged. */
    static final String FETCH_AGAIN = "Fetch the file again.";

    private final String remedy;

    public BrokenLayout(String problem, String remedy) {
        super(problem, null, false, false);
        this.remedy = remedy;
    }

    /** A full sentence that says what to do. */
    public String remedy() {
        return remedy;
    }
}

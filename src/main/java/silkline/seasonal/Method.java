package silkline.seasonal;

/** A method of seasonal adjustment, both with the specification RSA3: test for logs, outliers and model found, no calendar. */
public enum Method {
    X13("x13"),
    TRAMO_SEATS("tramo-seats");

    private final String code;

    Method(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

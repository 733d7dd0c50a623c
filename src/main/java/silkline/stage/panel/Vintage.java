package silkline.stage.panel;

/** A row of {@code silver.observation} as {@link Stretch} gathers it. A bean, which costs Spark less than a row of objects. */
public final class Vintage {
    private long key;
    private int index;
    private int trust;
    private long ingested;
    private double value;
    private String status;

    public long getKey() {
        return key;
    }

    public void setKey(long given) {
        key = given;
    }

    public int getIndex() {
        return index;
    }

    public void setIndex(int given) {
        index = given;
    }

    public int getTrust() {
        return trust;
    }

    public void setTrust(int given) {
        trust = given;
    }

    public long getIngested() {
        return ingested;
    }

    public void setIngested(long given) {
        ingested = given;
    }

    public double getValue() {
        return value;
    }

    public void setValue(double given) {
        value = given;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String given) {
        status = given;
    }
}

package silkline.job;

/** Tells a person how far a run is. */
public interface Progress {
    /** A step begins. */
    void begin(String step);

    /** What the step did: rows and a few words. */
    void end(String step, long rows, double seconds, String words);
}

package silkline.job;

/** Tells a person how far a run is. */
public interface Progress {
    /** A step begins. */
    void begin(String step);

    /** Part of a long step is done; said once a second or so, to be shown as often as suits. */
    void during(String step, long done, long left, String words);

    /** What the step did: rows and a few words. */
    void end(String step, long rows, double seconds, String words);
}

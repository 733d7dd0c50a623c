package silkline.stage.explain;

import java.util.Optional;
import silkline.explain.Explanation;
import silkline.explain.Key;

/** Explains one kind of printed number. */
public interface Explainer {
    /** First part of its keys: {@code growth}. */
    String kind();

    /** How a key looks: {@code growth/SERIES/PERIOD/yoy_ratio}. */
    String form();

    /** Empty where the lake has no such number. */
    Optional<Explanation> explain(Key key, Evidence evidence);
}

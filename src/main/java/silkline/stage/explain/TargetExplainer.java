package silkline.stage.explain;

import java.util.Optional;
import silkline.explain.Explanation;
import silkline.explain.Key;

/** How far a target is away. */
final class TargetExplainer implements Explainer {
    @Override
    public String kind() {
        return "target";
    }

    @Override
    public String form() {
        return "target/CLAIM/NUMBER/target_value (or last_value, probability_ratio)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        return key.parts().size() == 4 ? ClaimNumbers.target(key, evidence, key.at(1), key.at(2)) : Optional.empty();
    }
}

package silkline.forecast.reconcile;

import java.util.List;
import java.util.Map;

/** A series that is the sum of others, by their places in a list. */
public record Sum(int total, List<Integer> parts) {
    public Sum {
        parts = List.copyOf(parts);
    }

    /** The same in another list, by the place there of each place here. */
    public Sum at(Map<Integer, Integer> places) {
        return new Sum(places.get(total), parts.stream().map(places::get).toList());
    }
}

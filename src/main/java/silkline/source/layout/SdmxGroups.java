package silkline.source.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes that an SDMX message states once for all series, or observations, that agree in some dimensions. */
final class SdmxGroups {
    /** By the dimensions of the group, by their codes. */
    private final Map<List<String>, Map<List<String>, Map<String, String>>> byDimensions = new LinkedHashMap<>();

    void add(Map<String, String> key, Map<String, String> attributes) {
        List<String> dimensions = key.keySet().stream().sorted().toList();
        List<String> codes = dimensions.stream().map(key::get).toList();
        byDimensions
                .computeIfAbsent(dimensions, none -> new HashMap<>())
                .computeIfAbsent(codes, none -> new HashMap<>())
                .putAll(attributes);
    }

    /** Writes into {@code observation} what its groups say and it does not. */
    void complete(Map<String, String> observation) {
        byDimensions.forEach((dimensions, groups) -> {
            List<String> codes = dimensions.stream()
                    .map(dimension -> observation.getOrDefault(dimension, ""))
                    .toList();
            groups.getOrDefault(codes, Map.of()).forEach(observation::putIfAbsent);
        });
    }
}

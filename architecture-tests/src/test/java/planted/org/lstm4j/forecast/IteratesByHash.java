package planted.org.lstm4j.forecast;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Offends on purpose: its order is not ours.
public final class IteratesByHash {

    Map<String, Integer> byHash() {
        return new HashMap<>();
    }

    Set<String> set(List<String> names) {
        return new HashSet<>(names);
    }

    Set<String> fixed() {
        return Set.of("hour", "day", "month");
    }

    Map<String, Integer> fixedMap() {
        return Map.of("hour", 1, "day", 24);
    }

    Set<String> collected(List<String> names) {
        return names.stream().collect(Collectors.toSet());
    }

    Map<Integer, List<String>> grouped(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(String::length));
    }
}

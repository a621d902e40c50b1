package org.lstm4j.benchmarks.defaults;

import java.util.List;

/// Another value of a constant of the automatic rule, or the defaults themselves.
///
/// @param name for readers
/// @param words options that ask for it; none are the defaults
record Alternative(String name, List<String> words) {

    static final Alternative DEFAULTS = new Alternative("defaults", List.of());

    Alternative {
        words = List.copyOf(words);
    }

    /// Half and twice of what the rule says: 64 units, rate 0.001; and no dropout, or three times 0.1.
    static List<Alternative> neighbours() {
        return List.of(of("--hidden", "32"), of("--hidden", "128"), of("--lr", "0.0005"), of("--lr", "0.002"),
                of("--dropout", "0"), of("--dropout", "0.3"));
    }

    private static Alternative of(String option, String value) {
        return new Alternative(option + " " + value, List.of(option, value));
    }
}

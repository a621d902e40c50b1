package org.lstm4j.campaigns.fuzz;

import java.util.Arrays;
import java.util.List;

/// A reader that is fuzzed.
enum FuzzTarget {
    SAFETENSORS("safetensors", SafetensorsTarget.class, "seed/seed_model.safetensors"), TORCH("torch",
            TorchArchiveTarget.class, "pytorch/lstm_no_bias.pt", "pytorch/checkpoint.pt"), PICKLE("pickle",
                    PickleTarget.class), NPZ("npz", NpzTarget.class, "pytorch/gru_io.npz", "pytorch/float16_io.npz");

    private final String label;
    private final Class<?> type;
    @SuppressWarnings("ImmutableEnumChecker") // as List.of makes it, it is
    private final List<String> seeds;

    FuzzTarget(String label, Class<?> type, String... seeds) {
        this.label = label;
        this.type = type;
        this.seeds = List.of(seeds);
    }

    /// Its name on the command line.
    String label() {
        return label;
    }

    /// The class that Jazzer calls.
    String className() {
        return type.getName();
    }

    /// Sound files to begin with, below the folder of fixtures.
    List<String> seeds() {
        return seeds;
    }

    /// @throws IllegalArgumentException when there is none of that name
    static FuzzTarget of(String label) {
        return Arrays.stream(values()).filter(target -> target.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target is called '" + label + "'; there are "
                        + Arrays.stream(values()).map(FuzzTarget::label).toList()));
    }
}

package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Activation;

/// What a user says of a model whose file does not say it.
///
/// @param mapping which weights are which layer; null where the file is to tell
/// @param steps what the layer after the last recurrent one reads; null for unsaid
/// @param activations of layers, by the names of their weights: `fc1`
/// @param lookback steps of a sample; 0 for unsaid. A network of recurrent layers takes any number
/// @param externalData whether tensors may lie in files beside the model, in its own folder
public record ImportOptions(
        @Nullable MappingFile mapping, @Nullable Steps steps, Map<String, Activation> activations, int lookback,
        boolean externalData) {

    /// Nothing is said.
    public static final ImportOptions NONE = new ImportOptions(null, null, Map.of(), 0, false);

    public ImportOptions {
        activations = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(activations));
        if (lookback < 0) {
            throw new IllegalArgumentException(
                    "lookback must be at least 1 step, or 0 for unsaid, but was " + lookback);
        }
    }

    /// What of the last recurrent layer goes on.
    public enum Steps {
        /// The output at the last step of the sequence: PyTorch's `output[:, -1]`.
        LAST,
        /// The state that each direction ends with: PyTorch's `h_n`. In one direction that is [#LAST]; the second direction of a
        /// bidirectional layer ends at the first step.
        FINAL,
        /// The output at every step.
        ALL
    }

    public ImportOptions withMapping(MappingFile other) {
        return new ImportOptions(other, steps, activations, lookback, externalData);
    }

    public ImportOptions withSteps(Steps other) {
        return new ImportOptions(mapping, other, activations, lookback, externalData);
    }

    public ImportOptions withActivations(Map<String, Activation> other) {
        return new ImportOptions(mapping, steps, other, lookback, externalData);
    }

    public ImportOptions withLookback(int other) {
        return new ImportOptions(mapping, steps, activations, other, externalData);
    }

    public ImportOptions withExternalData(boolean allowed) {
        return new ImportOptions(mapping, steps, activations, lookback, allowed);
    }
}

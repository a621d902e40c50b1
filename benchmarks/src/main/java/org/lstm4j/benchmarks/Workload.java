package org.lstm4j.benchmarks;

import java.util.List;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LstmSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;

/// One network and batch to measure: LSTM layers that return their last step, then Dense(1).
///
/// @param name as in the CSV lines
/// @param steps T
/// @param batch B of a training step
/// @param features F
/// @param units H of every layer
/// @param layers LSTM layers
record Workload(String name, int steps, int batch, int features, int units, int layers) {

    /// Long sequences are one thing, single steps with the state kept another: this one is measured step by step.
    static final String STREAM = "STREAM";

    static final List<Workload> ALL = List.of(
            new Workload("W1", 10, 32, 1, 50, 1),
            new Workload("W2", 48, 64, 8, 128, 1),
            new Workload("W3", 96, 64, 32, 256, 1),
            new Workload("W4", 100, 128, 64, 512, 1),
            new Workload("W5", 168, 32, 16, 256, 2),
            new Workload("W6", 50, 64, 128, 1024, 1),
            new Workload(STREAM, 1, 1, 8, 128, 1));

    private static final long SEED = 42;

    /// The network with its initial weights, the same for every implementation.
    Sequential network() {
        Sequential.Builder builder = Sequential.input(Shape.sequence(steps, features));
        for (int layer = 1; layer < layers; layer++) {
            builder.add(new LstmSpec(units).withReturnSequences(true));
        }
        return builder.add(new LstmSpec(units)).add(new DenseSpec(1)).build(SEED);
    }

    /// Floating-point operations of one forward over that many sequences, `2 · T · B · Σ layers: (inputs + H) · 4H`: what the
    /// products of the gates need, whatever an implementation skips or adds.
    double forwardWork(int sequences) {
        double inputs = features + (layers - 1.0) * units;
        return 2.0 * steps * sequences * (inputs + (double) layers * units) * 4 * units;
    }

    /// The same network in small, for tests: every size odd, so that no tile is filled.
    Workload scaledDown() {
        return new Workload(
                name,
                Math.min(steps, 5),
                Math.min(batch, 7),
                Math.min(features, 3),
                Math.min(units, 19),
                layers);
    }
}

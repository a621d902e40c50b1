package org.lstm4j.benchmarks;

import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentStack;
import org.lstm4j.tensor.Shape;

/// The networks of the workloads: LSTM layers of which the last returns its last step, then Dense(1).
public final class Networks {

    private static final long SEED = 42;

    private Networks() {}

    /// The network with its initial weights, the same for every implementation.
    public static Sequential of(Workload workload) {
        return Sequential.input(Shape.sequence(workload.steps(), workload.features()))
                .addAll(RecurrentStack.of(new LstmSpec(workload.units()), workload.layers()).layers())
                .add(new DenseSpec(1))
                .build(SEED);
    }
}

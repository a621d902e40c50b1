package org.lstm4j.inference;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.vector.VectorKernelProvider;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Networks and inputs that the tests of this package share.
final class Samples {

    static final long SEED = 42;

    private Samples() {}

    /// Two LSTM layers, dropout, two dense layers; sizes that fill no block.
    static Sequential stack(int steps, int features) {
        return Sequential.input(Shape.sequence(steps, features))
                .add(new LstmSpec(33, true, Initialization.PYTORCH))
                .add(new DropoutSpec(0.3f))
                .add(new LstmSpec(18, false, Initialization.PYTORCH))
                .add(new DenseSpec(5, Activation.TANH, Initialization.PYTORCH))
                .add(new DenseSpec(2))
                .build(SEED);
    }

    /// One LSTM layer whose every step goes into a dense one.
    static Sequential everyStep(int steps, int features, int units) {
        return Sequential.input(Shape.sequence(steps, features))
                .add(new LstmSpec(units, true, Initialization.PYTORCH))
                .add(new DenseSpec(1))
                .build(SEED);
    }

    static Tensor uniform(Shape shape, String name) {
        RandomStream random = new RandomStreams(SEED).stream(name);
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }

    /// Plain loops and vectors, one thread and three.
    static List<Compute> computes() {
        LstmKernels vector = new VectorKernelProvider().create();
        return List.of(
                new Compute(LstmKernels.scalar(), new WorkerPool(1)),
                new Compute(vector, new WorkerPool(1)),
                new Compute(vector, new WorkerPool(3)));
    }
}

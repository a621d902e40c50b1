package org.lstm4j.explain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A network in [PassMode#EXPLAINING] over any number of samples, a few at a time; a smaller last batch is filled up with zeros,
/// which no other sample sees. Not thread-safe.
final class GradientRun {

    /// Samples at a time: enough to keep the products busy.
    static final int BATCH = 16;

    private final Sequential network;
    private final Compute compute;
    private @Nullable Batch batch;

    /// @param network left as it is, its gradients too
    GradientRun(Sequential network, Compute compute) {
        this.network = network.withOwnGradients();
        this.compute = compute;
    }

    /// The network over the same weights, with gradients of its own.
    Sequential network() {
        return network;
    }

    /// The arrays for samples of that shape.
    ///
    /// @param count samples there are in all
    Batch batch(Shape sample, int count) {
        int rows = Math.clamp(count, 1, BATCH);
        Batch made = batch;
        if (made == null || !made.inputs.shape().withoutBatch().sameSizes(sample) || made.inputs.batch() < rows) {
            made = new Batch(network, sample.withBatch(rows), compute);
            batch = made;
        }
        return made;
    }

    /// Samples in, outputs out, and back.
    static final class Batch {

        private final SequentialPass pass;
        private final Tensor inputs;
        private final Tensor outputGradient;

        Batch(Sequential network, Shape shape, Compute compute) {
            pass = network.newPass(shape, PassMode.EXPLAINING, compute);
            inputs = Tensor.zeros(shape);
            outputGradient = Tensor.zeros(pass.outputShape());
        }

        int rows() {
            return inputs.batch();
        }

        /// To be filled before [#forward].
        Tensor inputs() {
            return inputs;
        }

        /// Copies samples into the first rows, and fills up with zeros.
        void take(Tensor samples, int from, int count) {
            int size = inputs.data().length / inputs.batch();
            System.arraycopy(samples.data(), from * size, inputs.data(), 0, count * size);
            Arrays.fill(inputs.data(), count * size, inputs.data().length, 0f);
        }

        /// @return the outputs of all rows; belongs to the pass
        Tensor forward() {
            pass.resetState();
            return pass.forward(inputs);
        }

        /// @param output whose slope in the inputs of the first rows is asked for
        /// @return of all rows; belongs to the pass
        Tensor slopes(OutputSum output, int count) {
            Arrays.fill(outputGradient.data(), 0f);
            for (int row = 0; row < count; row++) {
                output.addSlope(outputGradient, row);
            }
            pass.backward(outputGradient, 0f); // penalties are no part of what the network says
            return pass.inputGradient();
        }
    }
}

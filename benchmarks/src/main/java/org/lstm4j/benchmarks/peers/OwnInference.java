package org.lstm4j.benchmarks.peers;

import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.PredictorPass;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Our forward pass.
final class OwnInference implements Inference {

    private final Compute compute;
    private final PredictorPass pass;
    private final Tensor inputs;
    private Tensor outputs;

    OwnInference(OwnNetwork own, WeightFormat format, int sequences, Compute compute) {
        Shape shape = own.network().inputShape().withBatch(sequences);
        this.compute = compute;
        this.pass = Predictor.of(own.network(), format, compute).newPass(shape);
        this.inputs = Tensor.zeros(shape);
        this.outputs = Tensor.zeros(own.network().outputShape().withBatch(sequences));
    }

    @Override
    public void load(float[] given) {
        System.arraycopy(given, 0, inputs.data(), 0, given.length);
    }

    @Override
    public void run() {
        outputs = pass.forward(inputs);
    }

    @Override
    public void read(float[] answers) {
        System.arraycopy(outputs.data(), 0, answers, 0, answers.length);
    }

    @Override
    public void close() {
        compute.close();
    }
}

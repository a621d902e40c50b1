package org.lstm4j.benchmarks.peers;

import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.PredictionStream;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Our single step of a stream.
final class OwnStreaming implements Inference {

    private final Compute compute;
    private final PredictionStream stream;
    private final Tensor input;
    private Tensor output;

    OwnStreaming(OwnNetwork own, WeightFormat format, Compute compute) {
        this.compute = compute;
        this.stream = Predictor.of(own.network(), format, compute).newStream(1);
        this.input = Tensor.zeros(Shape.vector(own.network().inputShape().last()).withBatch(1));
        this.output = Tensor.zeros(own.network().outputShape().withBatch(1));
    }

    @Override
    public void load(float[] given) {
        System.arraycopy(given, 0, input.data(), 0, given.length);
    }

    @Override
    public void run() {
        output = stream.step(input);
    }

    @Override
    public void read(float[] answers) {
        answers[0] = output.data()[0];
    }

    @Override
    public void close() {
        compute.close();
    }
}

package org.lstm4j.benchmarks.peers;

import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LstmPass;
import org.lstm4j.nn.LstmState;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Our single step, with the state handed in and read out.
final class OwnStreaming implements Inference {

    private final Compute compute;
    private final LstmPass lstm;
    private final LayerPass head;
    private final LstmState state;
    private final Tensor input;
    private Tensor output;

    OwnStreaming(OwnNetwork own, Compute compute) {
        Shape shape = own.network().inputShape().withBatch(1);
        SequentialPass pass = own.network().newPass(shape, PassMode.INFERENCE, compute);
        if (pass.layers().size() != 2 || !(pass.layers().getFirst() instanceof LstmPass first)) {
            throw new IllegalArgumentException("a stream is measured on one LSTM and Dense, but received "
                    + own.network());
        }
        this.compute = compute;
        this.lstm = first;
        this.head = pass.layers().getLast();
        this.state = LstmState.zeros(1, own.weights().denseWeights().length);
        this.input = Tensor.zeros(shape);
        this.output = Tensor.zeros(pass.outputShape());
    }

    @Override
    public void load(float[] given) {
        System.arraycopy(given, 0, input.data(), 0, given.length);
    }

    @Override
    public void run() {
        Tensor hidden = lstm.forward(input, state);
        lstm.finalState(state);
        output = head.forward(hidden);
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

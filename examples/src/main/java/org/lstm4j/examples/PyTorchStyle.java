package org.lstm4j.examples;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.SequenceSums;

/// The tutorial's second half: the training loop written out, with hidden and cell state in the open.
///
/// Zero the gradients, forward, loss, backward, step: in batches, and judged on a test part, which the tutorial leaves out. Where
/// it hands the LSTM ten features by a slip of reshape, the data here is [batch, steps 10, features 1].
public final class PyTorchStyle {

    private static final int BATCH = 32;
    private static final int UNITS = 50;

    private PyTorchStyle() {}

    public static void main(String[] args) {
        IO.println("Test Loss: " + run(10));
    }

    /// Trains for that many epochs.
    ///
    /// @return the mean squared error on the test part
    static double run(int epochs) {
        SequenceSums data = SequenceSums.draw(1000, 10, 0.2, 42);
        Sequential network = Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(UNITS).withInitialization(Initialization.PYTORCH))
                .add(new DenseSpec(1).withInitialization(Initialization.PYTORCH))
                .build(42);
        Lstm lstm = (Lstm) network.layers().get(0);
        Dense linear = (Dense) network.layers().get(1);
        Optimizer optimizer = new Adam(0.001).create(network.parameters());

        RecurrentPass lstmPass = lstm.newPass(Shape.sequence(10, 1).withBatch(BATCH), PassMode.TRAINING_ON_DATA,
                Compute.shared());
        LayerPass linearPass = linear.newPass(Shape.vector(UNITS).withBatch(BATCH), PassMode.TRAINING,
                Compute.shared());
        MeanSquaredError loss = new MeanSquaredError();
        Tensor lossGradient = Tensor.zeros(Shape.vector(1).withBatch(BATCH));
        RecurrentState state = RecurrentState.zeros(BATCH, UNITS); // hidden and cell state: zeros at the start of every sequence

        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int first = 0; first + BATCH <= data.trainInputs().batch(); first += BATCH) {
                Tensor inputs = data.trainInputs().rows(first, first + BATCH);
                Tensor targets = data.trainTargets().rows(first, first + BATCH);

                // @start region="pytorch-style"
                optimizer.zeroGradients();
                Tensor prediction = linearPass.forward(lstmPass.forward(inputs, state));
                loss.gradient(prediction, targets, lossGradient);
                linearPass.backward(lossGradient);
                lstmPass.backward(linearPass.inputGradient());
                optimizer.step();
                // @end
            }
        }
        return testLoss(lstm, linear, data);
    }

    private static double testLoss(Lstm lstm, Dense linear, SequenceSums data) {
        int count = data.testInputs().batch();
        RecurrentPass lstmPass = lstm.newPass(data.testInputs().shape(), PassMode.INFERENCE, Compute.shared());
        LayerPass linearPass = linear.newPass(Shape.vector(UNITS).withBatch(count), PassMode.INFERENCE,
                Compute.shared());
        Tensor prediction = linearPass.forward(lstmPass.forward(data.testInputs()));
        return new MeanSquaredError().value(prediction, data.testTargets());
    }
}

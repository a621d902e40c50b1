package org.lstm4j.examples;

import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;
import org.lstm4j.train.SequenceSums;

/// The tutorial's first half: build, compile, fit, evaluate. An LSTM learns to add up ten numbers.
public final class KerasStyle {

    private KerasStyle() {}

    public static void main(String[] args) {
        IO.println("Test Loss: " + run(10));
    }

    /// Trains for that many epochs.
    ///
    /// @return the mean squared error on the test part
    static double run(int epochs) {
        // @start region="keras-style"
        SequenceSums data = SequenceSums.draw(1000, 10, 0.2, 42);
        Sequential network = Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(50)) // only the last output matters here: returnSequences stays false
                .add(new DenseSpec(1))
                .build(42);
        Model model = Model.compile(network, new Adam(0.001), new MeanSquaredError());
        model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(epochs).withBatchSize(32));
        double testLoss = model.evaluate(data.testInputs(), data.testTargets());
        // @end
        return testLoss;
    }
}

package org.lstm4j.examples;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;
import org.lstm4j.train.Samples;
import org.lstm4j.train.SequenceSums;
import org.lstm4j.train.TrainingControl;

/// A callback of one's own: it warms the learning rate up, remembers how the loss falls, and stops when that is low enough.
public final class CustomCallback {

    private CustomCallback() {}

    public static void main(String[] args) {
        History history = run(200, 0.05);
        IO.println("Epochs: " + history.epochs().size() + ", because " + history.stopReason());
    }

    /// Trains until the loss is that low, for so many epochs at most.
    static History run(int epochs, double goal) {
        SequenceSums data = SequenceSums.draw(1000, 10, 0.2, 42);
        Sequential network = Sequential.input(Shape.sequence(10, 1)).add(new LstmSpec(50)).add(new DenseSpec(1))
                .build(42);
        Model model = Model.compile(network, new Adam(0.005), new MeanSquaredError());
        return model.fit(Samples.of(data.trainInputs(), data.trainTargets()), FitOptions.epochs(epochs),
                new GoalCallback(goal));
    }

    /// What a callback wants to know between two calls stands in its fields; it begins anew with every fit.
    private static final class GoalCallback implements Callback {

        private static final int WARM_UP = 20;

        private final double goal;
        private final List<Double> losses = new ArrayList<>();

        GoalCallback(double goal) {
            this.goal = goal;
        }

        @Override
        public void onTrainBegin(TrainingControl control) {
            losses.clear();
            warmUp(control);
        }

        /// Called in the midst of training: no printing, no objects.
        @Override
        public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
            warmUp(control);
        }

        private static void warmUp(TrainingControl control) {
            if (control.step() < WARM_UP) {
                control.setLearningRate(control.initialLearningRate() * (control.step() + 1) / WARM_UP);
            }
        }

        @Override
        public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
            losses.add(epoch.loss());
            if (epoch.loss() <= goal) {
                control.stop("the loss fell from " + losses.getFirst() + " to " + epoch.loss());
            }
        }
    }
}

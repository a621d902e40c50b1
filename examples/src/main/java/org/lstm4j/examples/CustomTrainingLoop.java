package org.lstm4j.examples;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.Model;
import org.lstm4j.train.SequenceSums;
import org.lstm4j.train.TrainingStep;

/// A training loop of one's own over ready-made steps: for what `fit` does not do, such as batches drawn with replacement from
/// data that is made as it goes. [PyTorchStyle] goes one level deeper and writes the step out too.
public final class CustomTrainingLoop {

    private static final int BATCH = 32;
    private static final int STEPS = 10;

    private CustomTrainingLoop() {}

    public static void main(String[] args) {
        IO.println("Test Loss: " + run(1000));
    }

    /// Trains for that many updates, each on sequences never seen before.
    ///
    /// @return the mean squared error on a test part
    static double run(int updates) {
        Sequential network = Sequential.input(Shape.sequence(STEPS, 1)).add(new LstmSpec(50)).add(new DenseSpec(1))
                .build(42);
        Adam adam = new Adam(0.005);
        Optimizer optimizer = adam.create(network.parameters());
        MeanSquaredError loss = new MeanSquaredError();
        Tensor inputs = Tensor.zeros(Shape.sequence(STEPS, 1).withBatch(BATCH)); // filled again and again
        Tensor targets = Tensor.zeros(Shape.vector(1).withBatch(BATCH));
        TrainingStep step = new TrainingStep(network, inputs.shape(), loss, optimizer, 1.0, Compute.shared());
        RandomStream random = new RandomStreams(42).stream("sequences");

        for (int update = 0; update < updates; update++) {
            draw(random, inputs, targets);
            optimizer.setLearningRate(adam.learningRate() * (updates - update) / updates); // down to nothing
            double value = step.run(inputs, targets);
            if (!step.moved()) {
                throw new IllegalStateException("the loss became " + value + " in update " + update);
            }
        }
        SequenceSums test = SequenceSums.draw(200, STEPS, 0, 7);
        return Model.compile(network, adam, loss).evaluate(test.trainInputs(), test.trainTargets());
    }

    private static void draw(RandomStream random, Tensor inputs, Tensor targets) {
        for (int row = 0; row < BATCH; row++) {
            float sum = 0;
            for (int step = 0; step < STEPS; step++) {
                float value = random.nextFloat();
                inputs.data()[row * STEPS + step] = value;
                sum += value;
            }
            targets.data()[row] = sum;
        }
    }
}

package org.lstm4j.benchmarks;

import org.lstm4j.benchmarks.protocol.ResidentMemory;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;
import org.lstm4j.train.SequenceSums;

/// The chapter as a program: 1000 sequences of ten numbers, their sums learnt by LSTM(50) and Dense(1) in ten epochs of
/// batches of 32, then the test loss. Its last line is the test loss and the peak of resident memory in kB, -1 if unknown.
final class ChapterProcess {

    private static final long SEED = 42;

    private ChapterProcess() {}

    /// @param arguments when the parent started this process (not used here), number of threads
    public static void main(String[] arguments) {
        SequenceSums data = SequenceSums.draw(1000, 10, 0.2, SEED);
        Sequential network = Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(50))
                .add(new DenseSpec(1))
                .build(SEED);
        try (Compute compute = Compute.withThreads(Integer.parseInt(arguments[1]))) {
            Model model = Model.compile(network, new Adam(0.001), new MeanSquaredError(), compute);
            model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(10).withBatchSize(32));
            double loss = model.evaluate(data.testInputs(), data.testTargets());
            System.out.println(loss + " " + ResidentMemory.peakKilobytes());
        }
    }
}

package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class ModelTest {

    /// The band PyTorch's own runs of this task fall into over 20 seeds, widened by half: 0.093 to 0.660 with Keras' initial
    /// weights, 0.706 to 0.971 with its own.
    @ParameterizedTest
    @CsvSource({"KERAS, 0.03, 0.8", "PYTORCH, 0.55, 1.2"})
    void learnsToAddAsFastAsPyTorchDoes(Initialization initialization, double least, double most) {
        double sum = 0;
        for (long seed = 1; seed <= 3; seed++) {
            SequenceSums data = SequenceSums.draw(1000, 10, 0.2, seed);
            Model model = model(network(initialization, seed));
            model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(10).withSeed(seed));
            sum += model.evaluate(data.testInputs(), data.testTargets());
        }
        assertThat(sum / 3).isBetween(least, most);
    }

    @Test
    void theSameSeedGivesTheSameWeightsWhateverTheThreadsAndKernels() {
        List<Integer> expected = trainedBits(new Compute(LstmKernels.scalar(), new WorkerPool(1)));
        for (int threads = 1; threads <= 4; threads++) {
            try (Compute compute = Compute.withThreads(threads)) {
                assertThat(trainedBits(compute)).isEqualTo(expected);
            }
        }
    }

    @Test
    void fittingTwiceGoesOnFromTheFirstFit() {
        SequenceSums data = SequenceSums.draw(200, 4, 0.2, 1);
        Model model = model(small(1));
        double first = model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(5)).epochs().getLast()
                .loss();
        double second = model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(1)).epochs().getLast()
                .loss();
        assertThat(second).isLessThan(first);
    }

    @Test
    void stopsEarlyAndRestoresTheBestWeights() {
        SequenceSums data = SequenceSums.draw(60, 4, 0.5, 3);
        Samples validation = Samples.of(data.testInputs(), data.testTargets());
        // a learning rate this high makes the validation loss jump about
        Model model = Model.compile(small(3), new Adam(0.5), new MeanSquaredError(), Compute.shared());
        FitOptions options = FitOptions.epochs(200).withValidation(validation).withEarlyStopping(4);

        History history = model.fit(Samples.of(data.trainInputs(), data.trainTargets()), options,
                Callback.NONE);

        assertThat(history.stoppedEarly()).isTrue();
        assertThat(history.epochs()).hasSize(history.bestEpoch() + 4);
        double best = history.best().orElseThrow().validationLoss();
        assertThat(history.epochs().get(history.bestEpoch() - 1).validationLoss()).isEqualTo(best);
        assertThat(model.evaluate(validation)).isCloseTo(best, within(1e-9));
        assertThat(history.epochs().getLast().validationLoss()).isGreaterThan(best);
    }

    @Test
    void aLossThatIsNoNumberStopsTrainingAndKeepsTheBestWeights() {
        SequenceSums data = SequenceSums.draw(320, 4, 0.2, 3);
        Sequential network = small(3);
        Model model = Model.compile(network, new Sgd(1e12), new MeanSquaredError(), Compute.shared());
        List<Integer> before = bits(network);

        assertThatThrownBy(() -> model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(3)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("in epoch 1, batch")
                .hasMessageContaining("weights that exploded at learning rate 1.0E12")
                .hasMessageContaining("lower the learning rate")
                .hasMessageContaining("the weights from before training are kept");
        assertThat(bits(network)).isEqualTo(before);
    }

    @Test
    void namesMissingValuesAsTheCause() {
        SequenceSums data = SequenceSums.draw(100, 4, 0.2, 3);
        data.trainInputs().data()[150] = Float.NaN;
        Model model = model(small(3));
        assertThatThrownBy(() -> model.fit(
                data.trainInputs(), data.trainTargets(), FitOptions.epochs(3).withShuffle(false)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("epoch 1, batch 2")
                .hasMessageContaining("NaN or infinite values in the data of that batch");
    }

    @Test
    void wrongShapesNameTheAxes() {
        Model model = model(small(1));
        Tensor inputs = Tensor.zeros(Shape.sequence(7, 2).withBatch(8));
        Tensor targets = Tensor.zeros(Shape.vector(1).withBatch(8));
        assertThatThrownBy(() -> model.fit(inputs, targets, FitOptions.epochs(1)))
                .hasMessageContaining("[steps 4, features 1]")
                .hasMessageContaining("[steps 7, features 2]");
        Tensor rightInputs = Tensor.zeros(Shape.sequence(4, 1).withBatch(8));
        Tensor wide = Tensor.zeros(Shape.vector(3).withBatch(8));
        assertThatThrownBy(() -> model.fit(rightInputs, wide, FitOptions.epochs(1)))
                .hasMessageContaining("[features 3]");
        assertThatThrownBy(() -> Samples.of(rightInputs, Tensor.zeros(Shape.vector(1).withBatch(7))))
                .hasMessageContaining("8 inputs").hasMessageContaining("7 targets");
    }

    @Test
    void dropoutIsOffWhenPredicting() {
        Sequential network = Sequential.input(Shape.sequence(4, 1))
                .add(new LstmSpec(8))
                .add(new DropoutSpec(0.5f))
                .add(new DenseSpec(1))
                .build(1);
        Model model = model(network);
        SequenceSums data = SequenceSums.draw(100, 4, 0.2, 3);
        model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(2));
        assertThat(model.predict(data.testInputs()).data()).isEqualTo(model.predict(data.testInputs()).data());
    }

    @Test
    void callbacksHearOfEveryBatchAndEpoch() {
        SequenceSums data = SequenceSums.draw(100, 4, 0, 3);
        List<String> heard = new ArrayList<>();
        model(small(1)).fit(Samples.of(data.trainInputs(), data.trainTargets()), FitOptions.epochs(2),
                new Callback() {
                    @Override
                    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
                        heard.add(control.epoch() + ":" + batch + "/" + control.batches());
                    }

                    @Override
                    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
                        heard.add("epoch " + epoch.epoch());
                    }
                });
        assertThat(heard).containsExactly(
                "1:1/4", "1:2/4", "1:3/4", "1:4/4", "epoch 1", "2:1/4", "2:2/4", "2:3/4", "2:4/4", "epoch 2");
    }

    private static List<Integer> trainedBits(Compute compute) {
        SequenceSums data = SequenceSums.draw(300, 10, 0.2, 5);
        Sequential network = Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(33).withReturnSequences(true))
                .add(new DropoutSpec(0.1f))
                .add(new LstmSpec(50))
                .add(new DenseSpec(1))
                .build(5);
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError(), compute);
        model.fit(data.trainInputs(), data.trainTargets(), FitOptions.epochs(2).withBatchSize(50).withClipNorm(0.5));
        return bits(network);
    }

    private static List<Integer> bits(Sequential network) {
        return network.parameters().stream().map(Parameter::value).map(Arrays::hashCode).toList();
    }

    private static Sequential network(Initialization initialization, long seed) {
        return Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(50).withInitialization(initialization))
                .add(new DenseSpec(1).withInitialization(initialization))
                .build(seed);
    }

    private static Sequential small(long seed) {
        return Sequential.input(Shape.sequence(4, 1)).add(new LstmSpec(8)).add(new DenseSpec(1)).build(seed);
    }

    private static Model model(Sequential network) {
        return Model.compile(network, new Adam(0.001), new MeanSquaredError());
    }
}

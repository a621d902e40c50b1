package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.TrainingException;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.Sgd;

/// No number that is none gets into the weights, wherever it first shows: in the loss, in a gradient, in the weights or in the
/// validation loss.
class DivergenceTest {

    private final SequenceSums data = SequenceSums.draw(100, 4, 0.2, 3);
    private final Samples training = Samples.of(data.trainInputs(), data.trainTargets());
    private final Samples validation = Samples.of(data.testInputs(), data.testTargets());
    private final Sequential network = Sequential.input(training.inputShape()).add(new LstmSpec(8))
            .add(new DenseSpec(1)).build(3);
    private final List<float[]> before = weights();

    /// The square of such an error is finite in double, its slope is not in float.
    @ParameterizedTest
    @ValueSource(doubles = {1, Double.POSITIVE_INFINITY})
    void anInfiniteGradientOfAFiniteLossStopsTraining(double clipNorm) {
        data.trainTargets().data()[40] = 3e38f;
        FitOptions options = FitOptions.epochs(1).withShuffle(false).withClipNorm(clipNorm);
        assertThatThrownBy(() -> fit(new Adam(0.001), options)).isInstanceOf(TrainingException.class)
                .hasMessageContaining("a gradient became NaN or infinite in epoch 1, batch 2")
                .hasMessageContaining("values up to 3.0E38 in the data of that batch")
                .hasMessageContaining("scale the data")
                .hasMessageContaining("the weights from before training are kept");
        assertThat(weights()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void weightsThatExplodeInTheLastStepStopTraining() {
        FitOptions options = FitOptions.epochs(1).withBatchSize(80);
        assertThatThrownBy(() -> fit(new Sgd(1e38), options)).isInstanceOf(TrainingException.class)
                .hasMessageContaining("the weights became NaN or infinite in epoch 1")
                .hasMessageContaining("weights that exploded at learning rate 1.0E38");
        assertThat(weights()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aValidationLossThatIsNoNumberStopsTraining() {
        data.testTargets().data()[7] = Float.NaN;
        FitOptions options = FitOptions.epochs(20).withValidation(validation).withEarlyStopping(3);
        assertThatThrownBy(() -> fit(new Adam(0.001), options)).isInstanceOf(TrainingException.class)
                .hasMessageContaining("the validation loss became NaN in epoch 1")
                .hasMessageContaining("NaN or infinite values in the validation samples");
    }

    @Test
    void keepsTheWeightsOfTheEpochBefore() {
        List<List<float[]>> afterEpoch = new ArrayList<>();
        Callback spoiler = new Callback() {
            @Override
            public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
                afterEpoch.add(weights());
                if (epoch.epoch() == 2) {
                    data.trainTargets().data()[79] = Float.NaN;
                }
            }
        };
        FitOptions options = FitOptions.epochs(5).withShuffle(false);
        assertThatThrownBy(() -> model(new Adam(0.001)).fit(training, options, spoiler))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("the loss became NaN in epoch 3, batch 3")
                .hasMessageContaining("the weights of epoch 2 are kept");
        assertThat(afterEpoch).hasSize(2);
        assertThat(weights()).usingRecursiveComparison().isEqualTo(afterEpoch.getLast());
    }

    /// Epoch 1 was the best: in epoch 2 a callback has spoilt the weights.
    @Test
    void keepsTheBestWeightsRatherThanTheNewest() {
        List<List<float[]>> afterEpoch = new ArrayList<>();
        Callback spoiler = LambdaCallback.none().withEpochEnd((epoch, control) -> afterEpoch.add(weights()))
                .withBatchEnd((batch, loss, control) -> {
                    if (control.epoch() == 2) {
                        Arrays.fill(network.parameters().getLast().value(), 1000f);
                        data.trainTargets().data()[79] = batch == control.batches() ? Float.NaN : 1f;
                    }
                });
        FitOptions options = FitOptions.epochs(5).withShuffle(false).withValidation(validation);
        assertThatThrownBy(() -> model(new Adam(0.001)).fit(training, options, spoiler))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("in epoch 3")
                .hasMessageContaining("the weights of epoch 1 are kept");
        assertThat(afterEpoch).hasSize(2);
        assertThat(weights()).usingRecursiveComparison().isEqualTo(afterEpoch.getFirst());
    }

    /// The optimizer's averages have seen what exploded; the next fit must not go on from them.
    @Test
    void fittingAgainAfterwardsBeginsWithAFreshOptimizer() {
        Model model = model(new Adam(0.001));
        data.trainTargets().data()[40] = 2e38f;
        assertThatThrownBy(() -> model.fit(training, FitOptions.epochs(3).withClipNorm(1e37), Callback.NONE))
                .isInstanceOf(TrainingException.class);
        data.trainTargets().data()[40] = 2f;
        List<Double> again = losses(model.fit(training, FitOptions.epochs(2), Callback.NONE));

        for (int index = 0; index < before.size(); index++) {
            float[] value = network.parameters().get(index).value();
            System.arraycopy(before.get(index), 0, value, 0, value.length);
        }
        assertThat(again).isEqualTo(losses(fit(new Adam(0.001), FitOptions.epochs(2))));
    }

    @Test
    void refusesAnEmptyValidationOrTestPart() {
        Samples none = Samples.of(data.testInputs().rows(0, 0), data.testTargets().rows(0, 0));
        assertThatThrownBy(() -> FitOptions.epochs(1).withValidation(none))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no validation samples");
        assertThatThrownBy(() -> model(new Adam(0.001)).evaluate(none))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no samples");
    }

    private History fit(OptimizerSpec optimizer, FitOptions options) {
        return model(optimizer).fit(training, options, Callback.NONE);
    }

    private Model model(OptimizerSpec optimizer) {
        return Model.compile(network, optimizer, new MeanSquaredError());
    }

    private static List<Double> losses(History history) {
        return history.epochs().stream().map(History.Epoch::loss).toList();
    }

    private List<float[]> weights() {
        return network.parameters().stream().map(Parameter::value)
                .map(values -> Arrays.copyOf(values, values.length)).toList();
    }
}

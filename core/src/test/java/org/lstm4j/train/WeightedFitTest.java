package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.ClassWeights;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.ErrorMetrics;

/// Samples that count differently.
class WeightedFitTest {

    private final SmallFit small = new SmallFit();
    private final SmallFit other = new SmallFit();
    private final Tensor weights = Tensor.zeros(Shape.of(Axis.batch(80)));

    @Test
    void weightsOfOneAreNone() {
        Arrays.fill(weights.data(), 1f);
        small.model().fit(small.training().withWeights(weights), FitOptions.epochs(2));
        other.model().fit(small.training(), FitOptions.epochs(2));
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    /// Each sample keeps its own weight however samples are shuffled, split and batched: the second 30 of the first 60 count
    /// nothing, so that half the rate without them moves the weights as far.
    @Test
    void weightsFollowTheirSamples() {
        Arrays.fill(weights.data(), 0, 30, 1f);
        FitOptions options = FitOptions.epochs(3).withBatchSize(60);
        small.model(new Sgd(0.1)).fit(small.training().withWeights(weights), options.withValidationSplit(0.25));
        other.model(new Sgd(0.05)).fit(new SampleRange(small.training(), 0, 30), options);
        for (int index = 0; index < small.network().parameters().size(); index++) {
            Parameter expected = other.network().parameters().get(index);
            assertThat(small.network().parameters().get(index).value()).usingComparatorWithPrecision(1e-6f)
                    .containsExactly(expected.value());
        }
    }

    @Test
    void aSampleOfWeightZeroMayHaveNoTarget() {
        Arrays.fill(weights.data(), 1f);
        weights.data()[7] = 0f;
        small.data().trainTargets().data()[7] = Float.NaN;
        Model model = Model.compile(small.network(), new Adam(0.01), new MeanSquaredError(), List.of(ErrorMetrics.MAE));
        History history = model.fit(small.training().withWeights(weights), FitOptions.epochs(2));
        assertThat(history.epochs().getLast().loss()).isFinite();
        assertThat(history.epochs().getLast().metrics().get("mae")).isFinite();
    }

    /// Keras' definition: the weighted sum over the number of samples.
    @Test
    void evaluatingWeighs() {
        for (int index = 0; index < 80; index++) {
            weights.data()[index] = index % 3;
        }
        Model model = small.model();
        float[] predicted = model.predict(small.data().trainInputs()).data();
        double sum = 0;
        for (int index = 0; index < 80; index++) {
            double error = (double) predicted[index] - small.data().trainTargets().data()[index];
            sum += weights.data()[index] * error * error;
        }
        assertThat(model.evaluate(small.training().withWeights(weights))).isCloseTo(sum / 80, within(1e-9));
    }

    @Test
    void validatingWeighs() {
        Tensor half = Tensor.zeros(Shape.of(Axis.batch(20)));
        Arrays.fill(half.data(), 0.5f);
        double plain = small.model().fit(small.training(),
                FitOptions.epochs(1).withValidation(small.validation())).epochs().getFirst().validationLoss();
        double weighted = other.model().fit(small.training(),
                FitOptions.epochs(1).withValidation(small.validation().withWeights(half))).epochs().getFirst()
                .validationLoss();
        assertThat(weighted).isCloseTo(plain / 2, within(1e-12));
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void theValidationPartOfASplitHasItsOwnWeights() {
        Arrays.fill(weights.data(), 0, 60, 1f);
        Arrays.fill(weights.data(), 60, 80, 0.5f);
        FitOptions options = FitOptions.epochs(1).withValidationSplit(0.25);
        double plain = small.model().fit(small.training(), options).epochs().getFirst().validationLoss();
        double weighted = other.model().fit(small.training().withWeights(weights), options).epochs().getFirst()
                .validationLoss();
        assertThat(weighted).isCloseTo(plain / 2, within(1e-12));
    }

    @Test
    void classWeightsAreSampleWeightsByClass() {
        makeClasses();
        for (int index = 0; index < 80; index++) {
            weights.data()[index] = small.data().trainTargets().data()[index] == 1f ? 3f : 0.5f;
        }
        small.model().fit(small.training(), FitOptions.epochs(2).withClassWeights(ClassWeights.of(0.5, 3.0)));
        other.model().fit(small.training().withWeights(weights), FitOptions.epochs(2));
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void classWeightsMultiplyTheSamplesOwn() {
        makeClasses();
        Tensor both = Tensor.zeros(weights.shape());
        for (int index = 0; index < 80; index++) {
            weights.data()[index] = 1 + index % 4;
            both.data()[index] = weights.data()[index] * (small.data().trainTargets().data()[index] == 1f ? 4f : 0.5f);
        }
        small.model().fit(small.training().withWeights(weights),
                FitOptions.epochs(2).withClassWeights(ClassWeights.of(0.5, 4.0)));
        other.model().fit(small.training().withWeights(both), FitOptions.epochs(2));
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    /// Ten sequences of four steps, of which the last two count nothing and have no target.
    @Test
    void stepsMayHaveWeightsOfTheirOwn() {
        Sequential network = Sequential.input(Shape.sequence(4, 1)).add(new LstmSpec(3).withReturnSequences(true))
                .add(new DenseSpec(1)).build(1);
        Tensor inputs = small.data().trainInputs().rows(0, 10);
        Tensor targets = Tensor.zeros(Shape.of(Axis.batch(10), Axis.steps(4), new Axis("outputs", 1)));
        Tensor ofSteps = Tensor.zeros(Shape.of(Axis.batch(10), Axis.steps(4)));
        for (int index = 0; index < 40; index++) {
            boolean counts = index % 4 < 2;
            targets.data()[index] = counts ? 1f : Float.NaN;
            ofSteps.data()[index] = counts ? 1f : 0f;
        }
        Samples samples = Samples.of(inputs, targets).withWeights(ofSteps);
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError());
        History history = model.fit(samples, FitOptions.epochs(5).withBatchSize(4));
        assertThat(history.epochs().getLast().loss()).isFinite().isLessThan(history.epochs().getFirst().loss());
    }

    @Test
    void aBatchMayBeWeighed() {
        for (int index = 0; index < 80; index++) {
            weights.data()[index] = index % 3;
        }
        double value = small.model().trainOnBatch(
                small.data().trainInputs(), small.data().trainTargets(), LossWeights.of(weights));
        assertThat(value).isCloseTo(other.model().evaluate(small.training().withWeights(weights)), within(1e-6));
        other.model().fit(small.training().withWeights(weights),
                FitOptions.epochs(1).withBatchSize(80).withShuffle(false));
        assertThat(WeightsHash.sha256(other.network().parameters())).isEqualTo(small.hash());
    }

    @Test
    void everySampleNeedsAWeight() {
        assertThatThrownBy(() -> small.validation().withWeights(weights)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 samples").hasMessageContaining("[batch 80]");
    }

    private void makeClasses() {
        float[] targets = small.data().trainTargets().data();
        for (int index = 0; index < targets.length; index++) {
            targets[index] = targets[index] > 2f ? 1f : 0f;
        }
    }
}

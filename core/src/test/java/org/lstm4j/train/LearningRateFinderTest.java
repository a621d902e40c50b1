package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;

class LearningRateFinderTest {

    private final SmallFit small = new SmallFit();

    @Test
    void ratesRiseExponentiallyFromTheLowestToTheHighest() {
        LearningRateCurve curve = LearningRateFinder.standard().withRates(1e-4, 1e-2).withSteps(5).withBound(1e9)
                .run(small.model(), small.training());
        assertThat(curve.diverged()).isFalse();
        double[] expected = {1e-4, 3.1622776601684e-4, 1e-3, 3.1622776601684e-3, 1e-2};
        assertThat(curve.points()).hasSize(5);
        for (int step = 0; step < 5; step++) {
            assertThat(curve.points().get(step).learningRate()).isCloseTo(expected[step], within(1e-12));
        }
        assertThat(curve.tenthOfDivergence()).isEmpty();
    }

    /// The first losses are those of descending by hand.
    @Test
    void theLossIsThatOfTrainingAtThoseRates() {
        LearningRateCurve curve = LearningRateFinder.standard().withRates(0.01, 0.04).withSteps(3).withSmoothing(0.5)
                .withBatchSize(80).run(small.model(new Sgd(1)), small.training());
        List<Double> losses = new ArrayList<>();
        small.model(new Sgd(1)).fit(small.training(), FitOptions.epochs(3).withBatchSize(80)
                .withSchedule((step, initial) -> 0.01 * (1 << step)),
                LambdaCallback.none().withEpochEnd((epoch, control) -> losses.add(epoch.loss())));
        assertThat(curve.points()).extracting(LearningRateCurve.Point::loss).isEqualTo(losses);
        double first = losses.get(0);
        double second = (0.25 * first + 0.5 * losses.get(1)) / 0.75;
        double third = (0.125 * first + 0.25 * losses.get(1) + 0.5 * losses.get(2)) / 0.875;
        assertThat(curve.points().get(0).smoothed()).isEqualTo(first);
        assertThat(curve.points().get(1).smoothed()).isCloseTo(second, within(1e-12));
        assertThat(curve.points().get(2).smoothed()).isCloseTo(third, within(1e-12));
    }

    @Test
    void suggestsARateThatLearns() {
        LearningRateCurve curve = LearningRateFinder.standard().run(small.model(), small.training());
        double rate = curve.suggestion().orElseThrow();
        assertThat(rate).isBetween(1e-3, 1.0);
        double before = small.model().evaluate(small.validation());
        small.model(new Adam(rate)).fit(small.training(), FitOptions.epochs(10));
        assertThat(small.model().evaluate(small.validation())).isLessThan(before / 2);
    }

    @Test
    void aLossThatIsNoNumberEndsItCleanly() {
        LearningRateCurve curve = LearningRateFinder.standard().withRates(1e10, 1e30).withBound(Double.MAX_VALUE)
                .run(small.model(new Sgd(1)), small.training());
        assertThat(curve.diverged()).isTrue();
        assertThat(curve.points()).hasSizeLessThan(100);
        assertThat(curve.tenthOfDivergence().orElseThrow())
                .isEqualTo(curve.points().getLast().learningRate() / 10);
    }

    /// Not even the stream that dropout draws from.
    @Test
    void leavesTheModelAsItIs() {
        List<String> hashes = new ArrayList<>();
        for (boolean tested : new boolean[]{false, true}) {
            Sequential network = Sequential.input(Shape.sequence(4, 1)).add(new LstmSpec(6).withReturnSequences(true))
                    .add(new DropoutSpec(0.3f)).add(new LstmSpec(5)).add(new DenseSpec(1)).build(1);
            Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError());
            model.fit(small.training(), FitOptions.epochs(1));
            if (tested) {
                LearningRateFinder.standard().run(model, small.training());
            }
            model.fit(small.training(), FitOptions.epochs(1));
            hashes.add(org.lstm4j.model.WeightsHash.sha256(network.parameters()));
        }
        assertThat(hashes.getFirst()).isEqualTo(hashes.getLast());
    }

    /// The largest fall over two steps, 3 to 1, is around the third point.
    @Test
    void theSteepestFallIsBetweenItsNeighbours() {
        LearningRateCurve curve = curve(false, 3.5, 3, 2, 1, 0.9, 4);
        assertThat(curve.steepest()).hasValue(3);
        assertThat(curve.suggestion()).hasValue(3);
    }

    @Test
    void theSuggestionKeepsADistanceFromWhereTheLossDiverges() {
        assertThat(curve(true, 3.5, 3, 2, 1, 0.9, 4).suggestion()).hasValue(0.6);
    }

    @Test
    void suggestsNothingWhereTheLossNeverFalls() {
        assertThat(curve(true, 1, 2, 3).suggestion()).isEmpty();
    }

    @Test
    void refusesSettingsOutOfRange() {
        LearningRateFinder finder = LearningRateFinder.standard();
        assertThatThrownBy(() -> finder.withRates(1, 0.1)).hasMessageContaining("from 1.0 to 0.1");
        assertThatThrownBy(() -> finder.withSteps(2)).hasMessageContaining("but was 2");
        assertThatThrownBy(() -> finder.withSmoothing(1)).hasMessageContaining("but was 1.0");
        assertThatThrownBy(() -> finder.withBound(1)).hasMessageContaining("but was 1.0");
        assertThatThrownBy(() -> finder.run(small.model(), new SampleRange(small.training(), 0, 0)))
                .hasMessageContaining("no training samples");
    }

    /// Points at the rates 1, 2, 3, …
    private static LearningRateCurve curve(boolean diverged, double... smoothed) {
        List<LearningRateCurve.Point> points = new ArrayList<>();
        for (double loss : smoothed) {
            points.add(new LearningRateCurve.Point(points.size() + 1, loss, loss));
        }
        return new LearningRateCurve(points, diverged);
    }
}

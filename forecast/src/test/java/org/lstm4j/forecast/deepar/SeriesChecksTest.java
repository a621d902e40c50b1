package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.loss.GroupedLoss;

class SeriesChecksTest {

    private static final GroupedLoss ANY = new GaussianLikelihood().loss();

    @Test
    void knownCovariatesMustReachTheEndOfTheForecast() {
        List<DeepArSeries> series = SmallModel.series(2, 60); // known for 80 steps
        DeepAr model = SmallModel.of(series);
        assertThatThrownBy(() -> model.paths(series.getFirst(), 60, 21, 1, Compute.shared()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "known covariate 0 of series 'series 0' is too short; expected a value for each step up to the"
                                + " end of the forecast, 81 steps; received 80 steps; add 1 steps, or ask for a shorter horizon");
        assertThatThrownBy(() -> model.paths(DeepArSeries.of("bare", 1, 2), 2, 1, 1, Compute.shared()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "series 'bare' has other known covariates than the first series trained on; expected"
                                + " 2 known covariates; received 0");
    }

    @Test
    void knownCovariatesHaveNoGaps() {
        List<DeepArSeries> series = SmallModel.series(1, 20);
        series.getFirst().known()[1][5] = Double.NaN;
        assertUntrainable(series, "known covariate 1 of series 'series 0' is NaN at step 5 (counted from 0)");
    }

    @Test
    void aCategoryThatTrainingHasNotSeenIsNamedWithThoseItHas() {
        List<DeepArSeries> series = List.of(DeepArSeries.of("a", ones(40)).withCategories(7),
                DeepArSeries.of("b", ones(40)).withCategories(3));
        DeepAr model = SmallModel.of(series);
        assertThatThrownBy(() -> model.paths(
                DeepArSeries.of("c", 1, 2, 3).withCategories(5), 3, 1, 1, Compute.shared()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "category 5 of series 'c' was not seen in training; expected one of kind 0: [3, 7]; received 5;"
                                + " train with a series of that category, or give the one that is most like it");
    }

    @Test
    void aSeriesNeedsAValue() {
        double[] missing = ones(30);
        Arrays.fill(missing, Double.NaN);
        assertUntrainable(List.of(DeepArSeries.of("a", missing)),
                "series 'a' has no observed value in its first 30 steps");
        missing[20] = 1;
        List<DeepArSeries> series = List.of(DeepArSeries.of("a", missing));
        SeriesChecks.requireTrainable(series, ANY);
        DeepAr model = SmallModel.of(series);
        assertThatThrownBy(() -> model.paths(series.getFirst(), 20, 1, 1, Compute.shared()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "series 'a' has no observed value in its first 20 steps; leave it out, or begin where it has"
                                + " values");
    }

    @Test
    void theOriginLiesInTheSeries() {
        List<DeepArSeries> series = SmallModel.series(1, 40);
        DeepAr model = SmallModel.of(series);
        for (int origin : new int[]{0, 41}) {
            assertThatThrownBy(() -> model.paths(series.getFirst(), origin, 1, 1, Compute.shared()))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            "series 'series 0' cannot be foretold from step " + origin + "; expected an origin from 1"
                                    + " to its 40 steps; received " + origin
                                    + "; the origin is the number of steps that are known");
        }
    }

    @Test
    void aLikelihoodOfCountsRefusesValuesBelowZero() {
        List<DeepArSeries> series = List.of(DeepArSeries.of("a", 1, 0, -2, 4));
        SeriesChecks.requireTrainable(series, ANY);
        assertThatThrownBy(() -> SeriesChecks.requireTrainable(series, new CountLoss()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the likelihood counts is not defined for values below 0; expected no such value in series 'a';"
                                + " received -2.0 at step 2 (counted from 0): no count is -2.0; choose a likelihood for all"
                                + " numbers, such as gaussian or student-t");
    }

    @Test
    void seriesDifferInNameButNotInWhatIsKnown() {
        assertUntrainable(List.of(), "there is no series to train on");
        assertUntrainable(List.of(DeepArSeries.of("a", 1), DeepArSeries.of("a", 2)), "two series have the name 'a'");
        assertUntrainable(List.of(DeepArSeries.of("a", 1), DeepArSeries.of("b", 2).withStatics(1)),
                "series 'b' has other static numbers than the first series trained on; expected 0 static numbers; received"
                        + " 1; give the same for every series");
        assertUntrainable(List.of(DeepArSeries.of("a", 1).withStatics(Double.NaN)),
                "static number 0 of series 'a' is NaN");
        assertUntrainable(List.of(DeepArSeries.of("a", 1, Double.POSITIVE_INFINITY)),
                "series 'a' is infinite at step 1 (counted from 0)");
    }

    private static void assertUntrainable(List<DeepArSeries> series, String message) {
        assertThatThrownBy(() -> SmallModel.of(series))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Takes no value below 0.
    private record CountLoss() implements GroupedLoss {

        @Override
        public String name() {
            return "counts";
        }

        @Override
        public int groupSize() {
            return 1;
        }

        @Override
        public double of(float[] outputs, int from, float target) {
            if (target < 0) {
                throw new IllegalArgumentException("no count is " + target);
            }
            return target - outputs[from];
        }

        @Override
        public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
            slopes[from] -= factor;
        }
    }
}

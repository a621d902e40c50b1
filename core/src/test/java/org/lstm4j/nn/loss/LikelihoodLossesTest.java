package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers to check by hand, sums of probabilities, and gradients far out, where the references of other tests have no digits.
class LikelihoodLossesTest {

    /// ln(e − 1): softplus of it is 1.
    private static final float ONE = 0.5413249f;
    /// Beyond these the loss is a straight line or flat.
    private static final float[] WIDE = {-30, -12, -5, -1, 0, 1, 5, 12, 30, 300};

    /// With 3 degrees of freedom the density at one scale is 2/(π·√3·(1 + 1/3)²) = 0.2067483.
    @Test
    void studentTIsTheDensityOfItsDistribution() {
        StudentTNegativeLogLikelihood loss = new StudentTNegativeLogLikelihood(1e-9);
        double density = 2 / (Math.PI * Math.sqrt(3)) * 9 / 16;
        assertThat(loss.of(new float[]{1, ONE, ONE}, 0, 2)).isCloseTo(-StrictMath.log(density), within(1e-6));
        assertThat(loss.degrees(ONE)).isCloseTo(3, within(1e-6));
    }

    /// e⁻²/2 two scales away.
    @Test
    void laplaceIsTheDensityOfItsDistribution() {
        assertThat(new LaplaceNegativeLogLikelihood(1e-9).of(new float[]{1, ONE}, 0, -1))
                .isCloseTo(2 + StrictMath.log(2), within(1e-6));
    }

    /// The normal density of ln y, over y.
    @Test
    void logNormalIsTheDensityOfItsDistribution() {
        double gaussian = new GaussianNegativeLogLikelihood(1e-9).of(new float[]{2, ONE}, 0, 1);
        assertThat(new LogNormalNegativeLogLikelihood(1e-9).of(new float[]{2, ONE}, 0, 2.7182817f))
                .isCloseTo(gaussian + 1, within(1e-6));
    }

    /// A dispersion of 1 makes it geometric: with mean 1 the probability of y is 2^−(y + 1).
    @Test
    void negativeBinomialOfDispersionOneIsGeometric() {
        NegativeBinomialNegativeLogLikelihood loss = new NegativeBinomialNegativeLogLikelihood();
        for (int count = 0; count < 20; count++) {
            assertThat(loss.of(new float[]{ONE, ONE}, 0, count))
                    .isCloseTo((count + 1) * StrictMath.log(2), within(1e-4));
        }
    }

    /// From Poisson's distribution to one that is nearly always 0.
    @Test
    void probabilitiesOfCountsSumToOneWithTheirMean() {
        NegativeBinomialNegativeLogLikelihood loss = new NegativeBinomialNegativeLogLikelihood();
        for (float dispersion : new float[]{-30, -2, 0.5f, 2}) {
            float[] outputs = {3, dispersion};
            double sum = 0;
            double mean = 0;
            for (int count = 0; count < 3_000; count++) {
                double probability = StrictMath.exp(-loss.of(outputs, 0, count));
                sum += probability;
                mean += probability * count;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(mean).isCloseTo(loss.mean(3), within(1e-6));
        }
    }

    @Test
    void impliedQuantilesRise() {
        MonotoneQuantiles loss = MonotoneQuantiles.of(0.05, 0.25, 0.5, 0.75, 0.95);
        double[] quantiles = new double[5];
        loss.quantilesOf(new float[]{9, 9, ONE, ONE, 7, -20, 3}, 2, quantiles);
        assertThat(loss.centre()).isEqualTo(2);
        assertThat(quantiles[2]).isEqualTo(7);
        assertThat(quantiles[1]).isCloseTo(6, within(1e-6));
        assertThat(quantiles[0]).isCloseTo(5, within(1e-6));
        assertThat(quantiles[3]).isGreaterThan(7).isCloseTo(7, within(1e-8));
        assertThat(quantiles[4]).isGreaterThan(quantiles[3]).isCloseTo(10.0486, within(1e-4));
    }

    @Test
    void centreIsTheLevelNearestTheMiddle() {
        assertThat(MonotoneQuantiles.of(0.1, 0.9).centre()).isZero();
        assertThat(MonotoneQuantiles.of(0.9).centre()).isZero();
        assertThat(MonotoneQuantiles.of(0.1, 0.2, 0.6).centre()).isEqualTo(2);
    }

    /// Quantiles 5, 6 and 8 for a target of 7: too low by 2 and 1, too high by 1.
    @Test
    void monotoneLossIsThatOfTheImpliedQuantiles() {
        MonotoneQuantiles loss = MonotoneQuantiles.of(0.1, 0.5, 0.9);
        float[] outputs = {ONE, 6, 1.8545866f};
        assertThat(loss.of(outputs, 0, 7)).isCloseTo((0.1 * 2 + 0.5 * 1 + 0.1 * 1) / 3, within(1e-6));
        float[] slopes = new float[3];
        loss.addSlopes(outputs, 0, 7, 1, slopes);
        assertThat(slopes[0]).isCloseTo((float) (0.1 / 3 * (1 - 1 / Math.E)), within(1e-6f));
        assertThat(slopes[1]).isCloseTo((-0.1f - 0.5f + 0.1f) / 3, within(1e-6f));
        assertThat(slopes[2]).isCloseTo((float) (0.1 / 3 * (1 - StrictMath.exp(-2))), within(1e-6f));
    }

    static List<Arguments> wide() {
        return List.of(
                Arguments.of(new GaussianNegativeLogLikelihood(), new float[]{-1000, -2, 0.25f, 50}),
                Arguments.of(new StudentTNegativeLogLikelihood(), new float[]{-1000, -2, 0.25f, 50}),
                Arguments.of(new LaplaceNegativeLogLikelihood(), new float[]{-1000, -2, 0.25f, 50}),
                Arguments.of(new LogNormalNegativeLogLikelihood(), new float[]{1e-20f, 0.25f, 50, 1e20f}),
                Arguments.of(new NegativeBinomialNegativeLogLikelihood(), new float[]{0, 1, 17, 1000}),
                Arguments.of(MonotoneQuantiles.of(0.1, 0.5, 0.9), new float[]{-1000, -2.25f, 0.25f, 50.25f}));
    }

    /// Central differences of the shipped value itself, relative to the size of the gradient or of what rounding leaves of it.
    @ParameterizedTest
    @MethodSource("wide")
    void gradientsAreTheDerivativesFarOut(GroupedLoss loss, float[] targets) {
        float[] outputs = new float[loss.groupSize()];
        for (float first : WIDE) {
            for (float second : WIDE) {
                for (float third : loss.groupSize() == 3 ? WIDE : new float[]{0}) {
                    float[] all = {first, second, third};
                    System.arraycopy(all, 0, outputs, 0, outputs.length);
                    for (float target : targets) {
                        checkSlopes(loss, outputs, target);
                    }
                }
            }
        }
    }

    private static void checkSlopes(GroupedLoss loss, float[] outputs, float target) {
        float[] slopes = new float[outputs.length];
        loss.addSlopes(outputs, 0, target, 1, slopes);
        double value = loss.of(outputs, 0, target);
        for (int index = 0; index < outputs.length; index++) {
            float middle = outputs[index];
            float step = 0x1p-9f * Math.max(1, Math.abs(middle) / 16);
            outputs[index] = middle + step;
            double above = loss.of(outputs, 0, target);
            outputs[index] = middle - step;
            double below = loss.of(outputs, 0, target);
            outputs[index] = middle;
            double bend = Math.abs(above + below - 2 * value) / step; // how far the slope itself moves in a step
            double rounding = 1e-12 * Math.max(1, Math.abs(value)) / step;
            assertThat(slopes[index]).as("%s: output %s of %s for %s", loss, index, Arrays.toString(outputs), target)
                    .satisfies(slope -> assertThat((double) slope).isCloseTo((above - below) / (2 * step),
                            within(1e-3 * Math.abs(slope) + 0.1 * bend + rounding + 1e-7)));
        }
    }
}

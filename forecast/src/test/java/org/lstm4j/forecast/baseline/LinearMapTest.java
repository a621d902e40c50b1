package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class LinearMapTest {

    private final RandomStream random = new RandomStreams(3).stream("windows");

    @Test
    void isTheSlopeThroughZeroForOneInput() {
        LinearMapFit fit = new LinearMapFit(1, 1);
        fit.add(new double[]{1}, new double[]{2});
        fit.add(new double[]{3}, new double[]{5});

        // Σxy / Σx² = 17/10; with a ridge of 1 the mean square 10 is added: 17/20
        assertThat(fit.solve(0).weights()[0][0]).isCloseTo(1.7, within(1e-15));
        assertThat(fit.solve(1).weights()[0][0]).isCloseTo(0.85, within(1e-15));
        assertThat(fit.windows()).isEqualTo(2);
    }

    /// Sizes around the blocks of 8 and 64 rows and the tiles of 128 columns.
    @ParameterizedTest
    @CsvSource({"1,1,1", "3,2,7", "5,1,8", "4,4,9", "20,30,63", "20,30,64", "20,30,65", "70,90,200", "130,140,400"})
    void findsTheMapThatMadeTheWindows(int inputs, int outputs, int windows) {
        double[][] weights = new double[outputs][];
        for (int output = 0; output < outputs; output++) {
            weights[output] = gaussians(inputs);
        }
        LinearMap made = new LinearMap(weights, 0);
        LinearMapFit fit = new LinearMapFit(inputs, outputs);
        for (int window = 0; window < windows; window++) {
            double[] x = gaussians(inputs);
            assertThat(fit.add(x, made.apply(x))).isTrue();
        }

        LinearMap found = fit.solve(0);

        assertThat(found.ridge()).isZero();
        for (int output = 0; output < outputs; output++) {
            assertThat(found.weights()[output]).containsExactly(weights[output], within(1e-8));
        }
    }

    /// The residual of least squares is orthogonal to every input.
    @Test
    void leavesNoErrorThatAnInputExplains() {
        int inputs = 9;
        LinearMapFit fit = new LinearMapFit(inputs, 1);
        double[][] x = new double[50][];
        double[][] y = new double[50][];
        for (int window = 0; window < x.length; window++) {
            x[window] = gaussians(inputs);
            y[window] = gaussians(1);
            fit.add(x[window], y[window]);
        }
        LinearMap map = fit.solve(0);
        for (int input = 0; input < inputs; input++) {
            double product = 0;
            for (int window = 0; window < x.length; window++) {
                product += x[window][input] * (y[window][0] - map.apply(x[window])[0]);
            }
            assertThat(product).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void skipsWindowsWithAMissingValue() {
        LinearMapFit fit = new LinearMapFit(1, 2);
        fit.add(new double[]{2}, new double[]{4, 6});

        assertThat(fit.add(new double[]{1}, new double[]{100, Double.NaN})).isFalse();
        assertThat(fit.add(new double[]{Double.NaN}, new double[]{1, 1})).isFalse();
        assertThat(fit.windows()).isEqualTo(1);
        assertThat(fit.solve(0).weights()).isDeepEqualTo(new double[][]{{2}, {3}});
    }

    @Test
    void raisesTheRidgeWhereTheInputsDoNotDetermineTheMap() {
        LinearMapFit fit = new LinearMapFit(2, 1);
        fit.add(new double[]{1, 1}, new double[]{2});
        fit.add(new double[]{2, 2}, new double[]{4});

        LinearMap map = fit.solve(0);

        assertThat(map.ridge()).isBetween(1e-12, 1e-8);
        assertThat(map.weights()[0]).containsExactly(new double[]{1, 1}, within(1e-3));
    }

    @Test
    void inputsThatAreAlwaysZeroGetNoWeight() {
        LinearMapFit fit = new LinearMapFit(2, 1);
        fit.add(new double[]{0, 3}, new double[]{6});

        assertThat(fit.solve(1e-9).weights()[0]).containsExactly(new double[]{0, 2}, within(1e-8));

        LinearMapFit nothing = new LinearMapFit(2, 1);
        nothing.add(new double[2], new double[]{6});
        assertThat(nothing.solve(0).weights()[0]).containsExactly(0, 0);
    }

    @Test
    void goesOnAfterASolution() {
        LinearMapFit fit = new LinearMapFit(3, 2);
        LinearMapFit atOnce = new LinearMapFit(3, 2);
        for (int window = 0; window < 64; window++) {
            double[] x = gaussians(3);
            double[] y = gaussians(2);
            fit.add(x, y);
            atOnce.add(x, y);
        }
        fit.solve(0.1);
        assertThat(fit.solve(0).weights()).isDeepEqualTo(atOnce.solve(0).weights());
    }

    @Test
    void keepsItsWeightsToItself() {
        double[][] weights = {{1, 2}};
        LinearMap map = new LinearMap(weights, 0);
        weights[0][0] = 9;
        map.weights()[0][1] = 9;

        assertThat(map.apply(new double[]{1, 1})).containsExactly(3);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        LinearMapFit fit = new LinearMapFit(3, 2);
        LinearMap map = new LinearMap(new double[2][3], 0);
        assertThatIllegalArgumentException().isThrownBy(() -> fit.add(new double[3], new double[1]))
                .withMessage("the map takes 3 inputs to 2 outputs, but was given arrays of 3 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> map.apply(new double[2]))
                .withMessage("the map takes 3 inputs to 2 outputs, but was given arrays of 2 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> fit.solve(-1))
                .withMessage("ridge must be 0 or a positive number, but was -1.0");
        assertThatIllegalStateException().isThrownBy(() -> fit.solve(1))
                .withMessage("no window without missing values was added; a linear map needs at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearMapFit(0, 2))
                .withMessage("a linear map needs at least 1 input and 1 output, but was given 0 and 2");
    }

    private double[] gaussians(int count) {
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            values[index] = random.nextGaussian();
        }
        return values;
    }
}

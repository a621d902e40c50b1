package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.random.RandomStream;

class SmoothingRunTest {

    @Test
    void aLevelMovesByItsShareOfTheSurpriseAndStaysWhereAValueIsMissing() {
        SmoothingRun run = new SmoothingRun(new SmoothingLayout(List.of()));
        run.forward(new double[]{2, 4, Double.NaN, 5}, new double[]{0});
        assertThat(Arrays.copyOf(run.levels(), 4)).containsExactly(2, 3, 3, 4);
        assertThat(run.seasonAhead(3, 1)).isZero();
    }

    @Test
    void anIndexMovesByItsShareOfWhatTheLevelLeaves() {
        SmoothingRun run = new SmoothingRun(new SmoothingLayout(List.of(2)));
        run.forward(new double[]{3, 1, 4}, new double[]{0, 0, 1, -1});
        assertThat(Arrays.copyOf(run.levels(), 3)).containsExactly(2, 2, 2.5);
        assertThat(run.season(2)).isEqualTo(1);
        assertThat(run.seasonAhead(2, 1)).isEqualTo(-1);
        assertThat(run.seasonAhead(2, 2)).isEqualTo(1.25);
        assertThat(run.seasonAhead(2, 3)).as("the last known index of that position").isEqualTo(-1);
    }

    @Test
    void aMissingValueKeepsIndices() {
        SmoothingRun run = new SmoothingRun(new SmoothingLayout(List.of(2)));
        run.forward(new double[]{3, Double.NaN, 7}, new double[]{0, 0, 1, -1});
        assertThat(run.seasonAhead(2, 1)).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void levelsAndIndicesAreThoseOfTheTextbook(List<Integer> seasons) {
        SmoothingLayout layout = new SmoothingLayout(seasons);
        double[] values = values();
        double[] parameters = parameters(layout);
        SmoothingRun run = new SmoothingRun(layout);
        run.forward(values, parameters);
        TextbookSmoothing textbook = new TextbookSmoothing(seasons, values, parameters);
        for (int step = 0; step < values.length; step++) {
            assertThat(run.levels()[step]).isCloseTo(textbook.level(step), within(1e-12));
            assertThat(run.season(step)).isCloseTo(textbook.season(step), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void gradientsAreThoseOfCentralDifferences(List<Integer> seasons) {
        assertThat(worstError(seasons, Fault.NONE)).isLessThan(1e-8);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void centralDifferencesFindPlantedFaults(Fault fault) {
        assertThat(worstError(List.of(3, 7), fault)).isGreaterThan(1e-3);
    }

    static Stream<List<Integer>> layouts() {
        return Stream.of(List.of(), List.of(4), List.of(3, 7), List.of(2, 40));
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.values()).filter(fault -> fault != Fault.NONE);
    }

    @Test
    void coefficientsStayBetween0And1() {
        assertThat(SmoothingRun.sigmoid(SmoothingRun.logit(0.3))).isCloseTo(0.3, within(1e-15));
        assertThat(SmoothingRun.sigmoid(-50)).isPositive();
        assertThat(SmoothingRun.sigmoid(50)).isLessThanOrEqualTo(1);
    }

    @Test
    void refusesSeasonsThatDoNotGrow() {
        assertThatThrownBy(() -> new SmoothingLayout(List.of(24, 24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seasons must be at least 2 steps long and each longer than the one before, but were"
                        + " [24, 24]; leave them out where there is no season");
    }

    /// What somebody who reads levels and indices might do wrong.
    enum Fault {
        NONE, LEVEL_OF_THE_NEXT_STEP, SEASON_WITH_WRONG_SIGN, INDEX_AHEAD_LEFT_OUT, GRADIENTS_NOT_CLEARED
    }

    private static double[] values() {
        RandomStream random = RandomStream.at(7, 0);
        double[] values = new double[25];
        Arrays.setAll(values, step -> step % 9 == 4 ? Double.NaN : random.nextGaussian());
        return values;
    }

    private static double[] parameters(SmoothingLayout layout) {
        RandomStream random = RandomStream.at(8, 0);
        double[] parameters = new double[layout.size()];
        Arrays.setAll(parameters, _ -> 0.7 * random.nextGaussian());
        return parameters;
    }

    /// The largest relative error of a gradient against differences of the loss ½·Σ (t + 1)·ℓ_t² + ½·Σ s_t² + ½·Σ h·(s ahead by h)².
    private static double worstError(List<Integer> seasons, Fault fault) {
        SmoothingLayout layout = new SmoothingLayout(seasons);
        SmoothingRun run = new SmoothingRun(layout);
        double[] values = values();
        double[] parameters = parameters(layout);
        double[] gradient = gradient(run, values, parameters, fault);
        double worst = 0;
        for (int index = 0; index < parameters.length; index++) {
            double numeric = difference(run, values, parameters, index);
            double size = Math.max(1e-3, Math.max(Math.abs(numeric), Math.abs(gradient[index])));
            worst = Math.max(worst, Math.abs(numeric - gradient[index]) / size);
        }
        return worst;
    }

    private static double[] gradient(SmoothingRun run, double[] values, double[] parameters, Fault fault) {
        run.forward(values, parameters);
        run.clearGradients();
        if (fault == Fault.GRADIENTS_NOT_CLEARED) {
            run.levelGradients()[5] = 1;
        }
        int end = values.length - 2;
        for (int step = 0; step < values.length; step++) {
            int read = fault == Fault.LEVEL_OF_THE_NEXT_STEP && step == 9 ? 10 : step;
            run.levelGradients()[read] += (step + 1) * run.levels()[step];
            run.addSeasonGradient(step, (fault == Fault.SEASON_WITH_WRONG_SIGN ? -1 : 1) * run.season(step));
        }
        for (int ahead = fault == Fault.INDEX_AHEAD_LEFT_OUT ? 2 : 1; ahead <= 9; ahead++) {
            run.addSeasonAheadGradient(end, ahead, ahead * run.seasonAhead(end, ahead));
        }
        double[] gradient = new double[parameters.length];
        run.backward(gradient);
        return gradient;
    }

    private static double difference(SmoothingRun run, double[] values, double[] parameters, int index) {
        double step = 1e-3;
        double near = moved(run, values, parameters, index, step) - moved(run, values, parameters, index, -step);
        double far = moved(run, values, parameters, index, 2 * step) - moved(run, values, parameters, index, -2 * step);
        return (8 * near - far) / (12 * step);
    }

    private static double moved(SmoothingRun run, double[] values, double[] parameters, int index, double by) {
        double[] moved = parameters.clone();
        moved[index] += by;
        run.forward(values, moved);
        double loss = 0;
        for (int step = 0; step < values.length; step++) {
            loss += (step + 1) * run.levels()[step] * run.levels()[step] / 2;
            loss += run.season(step) * run.season(step) / 2;
        }
        int end = values.length - 2;
        for (int ahead = 1; ahead <= 9; ahead++) {
            loss += ahead * run.seasonAhead(end, ahead) * run.seasonAhead(end, ahead) / 2;
        }
        return loss;
    }
}

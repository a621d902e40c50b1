package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStream;

class TeacherForcedWindowsTest {

    private static final int CONTEXT = 4;
    private static final int HORIZON = 3;
    private static final int STEPS = CONTEXT + HORIZON;
    private static final DeepArSchema SCHEMA = new DeepArSchema(
            CONTEXT, ContextScaling.MEAN_ABSOLUTE, List.of(1, 2), false, new Standardization(0, 1), List.of(),
            List.of(), List.of());

    @Test
    void targetsAreValuesInUnitsOfTheContext() {
        Window window = window(1, 2, -3, 2, 4, 6, 8); // mean absolute value of the first four: 2
        assertThat(window.targets).containsExactly(0.5f, 1, -1.5f, 1, 2, 3, 4);
        assertThat(window.weights).containsOnly(1f);
    }

    @Test
    void missingTargetsAreNotJudgedAndNothingIsPutInTheirPlace() {
        Window window = window(1, Double.NaN, 3, 2, Double.NaN, 6, 8);
        assertThat(window.weights).containsExactly(1, 0, 1, 1, 0, 1, 1);
        assertThat(window.input(2)).startsWith(0, 0.5f, 0, 1); // the lag of one step is missing, that of two is 1 / 2
    }

    /// A negated value leaves the scale of its context as it is, so that only lags can show it.
    @Test
    void noStepReadsItsOwnValueNorALaterOne() {
        double[] values = {1, 2, -3, 2, 4, 6, 8};
        Window window = window(values);
        for (int changed = 0; changed < STEPS; changed++) {
            double[] other = values.clone();
            other[changed] = -other[changed];
            Window moved = window(other);
            for (int step = 0; step <= changed; step++) {
                assertThat(moved.input(step)).as("input of step %d, step %d changed", step, changed)
                        .isEqualTo(window.input(step));
            }
            if (changed < STEPS - 1) {
                assertThat(moved.input(changed + 1)).isNotEqualTo(window.input(changed + 1));
            }
        }
    }

    @Test
    void theHorizonDoesNotEnterTheScale() {
        Window window = window(1, 2, -3, 2, 4, 6, 8);
        Window moved = window(1, 2, -3, 2, 4000, 6, 8);
        assertThat(moved.input(4)).isEqualTo(window.input(4));
        assertThat(moved.targets[3]).isEqualTo(window.targets[3]);
    }

    @Test
    void shortSeriesArePaddedOnTheLeft() {
        Window window = window(5, 5, 1, 2, 3);
        assertThat(window.counts).containsExactly(false, false, true, true, true, true, true);
        assertThat(window.targets).containsExactly(0, 0, 1, 1, 0.2f, 0.4f, 0.6f);
        assertThat(window.weights).containsExactly(0, 0, 1, 1, 1, 1, 1);
        assertThat(window.input(0)).containsOnly(0f);
        assertThat(window.input(2)).startsWith(0, 0, 0, 0); // no step before the series began
    }

    @Test
    void aSeriesShorterThanTheHorizonBeginsWithItsFirstValue() {
        Window window = window(Double.NaN, 5, 1);
        assertThat(window.counts).containsExactly(false, false, true, true, true, false, false);
        assertThat(window.targets).containsExactly(0, 0, 0, 1, 0.2f, 0, 0);
        assertThat(window.weights).containsExactly(0, 0, 0, 1, 1, 0, 0);
    }

    @Test
    void validationJudgesTheHorizonAlone() {
        DeepArSeries series = DeepArSeries.of("a", 1, 2, 3, 2, 4, Double.NaN, 8);
        TeacherForcedWindows windows = TeacherForcedWindows.after(SCHEMA, HORIZON, List.of(series), new int[]{4});
        float[] weights = new float[STEPS];
        windows.copyWeights(0, weights, 0);
        float weight = (float) STEPS / HORIZON;
        assertThat(weights).containsExactly(0, 0, 0, 0, weight, 0, weight);
        assertThat(TeacherForcedWindows.after(SCHEMA, HORIZON, List.of(series), new int[]{7}).count()).isZero();
    }

    @Test
    void validationHasAsManyHorizonsAsThereAreStepsFor() {
        DeepArSeries series = DeepArSeries.of("a", 1, 2, 3, 2, 4, 5, 8, 9, 7, 6, 3);
        TeacherForcedWindows windows = TeacherForcedWindows.after(SCHEMA, HORIZON, List.of(series), new int[]{4});

        assertThat(windows.count()).isEqualTo((11 - 4) / HORIZON);
    }

    @Test
    void seriesAreDrawnUniformlyWhateverTheirLength() {
        double[] longer = new double[200];
        Arrays.setAll(longer, step -> 3);
        double[] shorter = new double[20];
        Arrays.setAll(shorter, step -> 1 + step);
        List<DeepArSeries> series = List.of(DeepArSeries.of("long", longer), DeepArSeries.of("short", shorter));
        TeacherForcedWindows windows = TeacherForcedWindows.drawn(
                SCHEMA, HORIZON, series, new int[]{200, 20}, 2000, RandomStream.at(1, 0));
        int[] starts = new int[20];
        int ofShort = 0;
        for (int window = 0; window < windows.count(); window++) {
            Window one = Window.of(windows, window);
            if (one.targets[5] != 1f) {
                ofShort++;
                starts[Math.round(one.targets[0] / (one.targets[1] - one.targets[0]))]++;
            }
        }
        // 2000 draws of 1/2: five standard deviations are 112
        assertThat(ofShort).isBetween(888, 1112);
        // origins 4 to 17, so that first values are 1 to 14: each 71 times, ± 5·√71
        for (int value = 1; value <= 14; value++) {
            assertThat(starts[value]).as("windows that begin with %d", value).isBetween(28, 114);
        }
        assertThat(Arrays.stream(starts).sum()).isEqualTo(ofShort);
        assertThat(starts[0] + starts[15]).isZero();
    }

    private static Window window(double... values) {
        DeepArSeries series = DeepArSeries.of("a", values);
        return Window.of(TeacherForcedWindows.drawn(
                SCHEMA, HORIZON, List.of(series), new int[]{values.length}, 1, RandomStream.at(1, 0)), 0);
    }

    /// One window, as training sees it.
    @SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
    private record Window(float[] inputs, float[] targets, float[] weights, boolean[] counts) {

        static Window of(TeacherForcedWindows windows, int index) {
            int columns = SCHEMA.columns();
            Window window = new Window(
                    new float[STEPS * columns], new float[STEPS], new float[STEPS], new boolean[STEPS]);
            windows.copy(index, window.inputs, 0, window.targets, 0);
            windows.copyWeights(index, window.weights, 0);
            StepMask mask = StepMask.all(1, STEPS);
            windows.copyMask(index, mask, 0);
            for (int step = 0; step < STEPS; step++) {
                window.counts[step] = mask.counts(0, step);
            }
            return window;
        }

        float[] input(int step) {
            int columns = inputs.length / STEPS;
            return Arrays.copyOfRange(inputs, step * columns, (step + 1) * columns);
        }
    }
}

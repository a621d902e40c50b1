package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowFrameTest {

    private final EsRnnWindows windows = new EsRnnWindows(2, 3, List.of(0.25, 0.5), List.of(2), 10);
    private final WindowFrame frame = new WindowFrame(windows);
    private final SmoothingRun run = new SmoothingRun(new SmoothingLayout(windows.seasons()));
    private final double[] values = {3, 1, 4, Double.NaN, 6};

    /// Levels 2, 2, 2.5, 2.5, …; indices 1, −1, 1, −1, 1.25.
    WindowFrameTest() {
        run.forward(values, new double[]{0, 0, 1, -1});
        run.clearGradients();
    }

    @Test
    void aWindowIsWhatLevelAndSeasonLeaveAndTheSeasonAhead() {
        float[] inputs = new float[6];
        frame.write(run, values, 2, inputs, 1);
        assertThat(frame.features()).isEqualTo(5);
        assertThat(inputs).containsExactly(0, 1 + 1 - 2.5f, 4 - 1 - 2.5f, -1, 1.25f, -1);
    }

    @Test
    void aMissingValueIsReadAsLevelAndSeasonSay() {
        float[] inputs = new float[5];
        frame.write(run, values, 3, inputs, 0);
        assertThat(inputs[1]).isZero();
    }

    @Test
    void theLossIsTwiceThePinballOfTheTargetsThatAreThere() {
        float[] outputs = {0, 0, 1, 3, 0, 0};
        float[] gradients = {9, 9, 9, 9, 9, 9};
        double target = 6 - 1.25 - 2.5;
        double loss = frame.loss(run, values, 2, 0.5, outputs, gradients, 0);
        assertThat(loss).isCloseTo(0.5 * 2 * (0.25 * (target - 1) + 0.5 * (3 - target)), within(1e-12));
        assertThat(gradients).as("missing, there, beyond the end").containsExactly(0, 0, -0.25f, 0.5f, 0, 0);
        assertThat(run.levelGradients()[2]).isCloseTo(-(0.25 - 0.5), within(1e-12));
        assertThat(frame.targets(values, 1, 3)).isEqualTo(2 + 1 + 1);
    }

    @Test
    void nothingAfterTheEndOfAWindowChangesWhatIsRead() {
        float[] before = new float[5];
        frame.write(run, values, 2, before, 0);
        double[] other = {3, 1, 4, -50, 70};
        run.forward(other, new double[]{0, 0, 1, -1});
        float[] after = new float[5];
        frame.write(run, other, 2, after, 0);
        assertThat(after).isEqualTo(before);
    }
}

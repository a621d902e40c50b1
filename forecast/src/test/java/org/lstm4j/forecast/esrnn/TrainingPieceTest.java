package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Sequential;

class TrainingPieceTest {

    private static final Compute COMPUTE = new Compute(LstmKernels.scalar(), new WorkerPool(1));
    private static final EsRnnSettings SETTINGS = EsRnnSettings.forSeasons(3, 4)
            .withWindows(windows -> windows.withLevels(0.2, 0.6))
            .withNetwork(network -> network.withHidden(4).withDenseLayers(1).withNoise(0))
            .withTraining(training -> training.withLevelPenalty(0.3));

    private final Sequential network = SETTINGS.network().build(20, new WindowFrame(SETTINGS.windows()), 3);
    private final TrainingPiece piece = new TrainingPiece(network, SETTINGS, 20, COMPUTE);
    private final List<SeriesInTraining> series = List.of(steep("a", 14, -1), steep("b", 19, 7));

    /// The network is float32, so that differences of the loss are good to about 1e-4. The series are so steep that all targets lie
    /// above all outputs, and no difference goes over a kink of the loss.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theGradientOfASeriesGoesThroughNetworkWindowsAndRecursion(int row) {
        SeriesInTraining one = series.get(row);
        loss();
        double[] gradient = one.gradient().clone();
        assertThat(gradient).hasSize(6).doesNotContain(0.0);
        for (int index = 0; index < gradient.length; index++) {
            assertThat(gradient[index]).as("number " + index)
                    .isCloseTo(difference(one.numbers(), index), within(2e-3 * Math.abs(gradient[index]) + 5e-4));
        }
    }

    @Test
    void theGradientOfTheNetworkIsThatOfTheSumOfLosses() {
        loss();
        float[] bias = network.parameters().getLast().value();
        float[] gradient = network.parameters().getLast().gradient().clone();
        for (int index = 0; index < bias.length; index++) {
            float before = bias[index];
            bias[index] = before + 0.01f;
            double above = loss();
            bias[index] = before - 0.01f;
            double below = loss();
            bias[index] = before;
            assertThat((double) gradient[index]).isCloseTo((above - below) / 0.02, within(1e-3));
        }
    }

    @Test
    void theLevelPenaltyIsTheMeanSquaredSecondDifference() {
        double[] gradients = new double[5];
        assertThat(new LevelPenalty(6).add(new double[]{1, 2, 4, 4, 99}, 4, gradients))
                .isEqualTo(6 * (1 + 4) / 2.0);
        assertThat(gradients).containsExactly(6, -24, 30, -12, 0);
        assertThat(new LevelPenalty(6).add(new double[]{1, 5}, 2, gradients)).isZero();
    }

    @Test
    void allocatesNothingOnceItHasRun() {
        for (int run = 0; run < 20; run++) {
            runAll();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int run = 0; run < 50; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            runAll();
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    private void runAll() {
        piece.clear();
        piece.add(series.get(0));
        piece.add(series.get(1));
        piece.run();
    }

    private double loss() {
        piece.clear();
        for (SeriesInTraining one : series) {
            Arrays.fill(one.gradient(), 0);
            piece.add(one);
        }
        piece.computeGradients();
        return piece.loss();
    }

    private double difference(double[] numbers, int index) {
        double before = numbers[index];
        double step = 0.01;
        numbers[index] = before + step;
        double above = loss();
        numbers[index] = before - step;
        double below = loss();
        numbers[index] = before;
        return (above - below) / (2 * step);
    }

    /// @param missing a step without a value; −1 for none
    private static SeriesInTraining steep(String name, int steps, int missing) {
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            values[step] = StrictMath.exp(step + 0.2 * (step % 4 == 1 ? 1 : 0) + 0.1 * StrictMath.sin(step));
        }
        if (missing >= 0) {
            values[missing] = Double.NaN;
        }
        return new SeriesInTraining(new EsRnnSeries(name, values), SmoothedForm.LOGARITHM, SETTINGS);
    }
}

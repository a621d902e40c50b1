package org.lstm4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.anomaly.NabFile;
import org.lstm4j.forecast.anomaly.NabProfile;
import org.lstm4j.forecast.anomaly.NabScorer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.History;

/// Runs every example and checks what it shows.
class ExamplesTest {

    /// PyTorch with Keras' initial weights reaches 0.093 to 0.660 over 20 seeds.
    @Test
    void kerasStyleLearnsToAdd() {
        assertThat(KerasStyle.run(10)).isBetween(0.02, 0.66);
    }

    /// PyTorch reaches 0.706 to 0.971 over 20 seeds, predicting the mean 0.83.
    @Test
    void pyTorchStyleLearnsToAddWithMoreEpochs() {
        assertThat(PyTorchStyle.run(10)).isBetween(0.5, 1.2);
        assertThat(PyTorchStyle.run(100)).isLessThan(0.02);
    }

    /// Of normal errors 80 % are to be below a 4:1 expectile's, or a little less; half of them below the mean.
    @Test
    void customLossRaisesItsMetric() {
        assertThat(CustomLossAndMetric.run(10, 4)).isBetween(0.6, 0.95);
        assertThat(CustomLossAndMetric.run(10, 1)).isBetween(0.35, 0.65);
    }

    @Test
    void aCallbackOfOnesOwnStopsAtItsGoal() {
        History history = CustomCallback.run(200, 0.05);
        assertThat(history.epochs().getLast().loss()).isLessThanOrEqualTo(0.05);
        assertThat(history.epochs()).hasSizeBetween(2, 199);
        assertThat(history.epochs().getFirst().learningRate()).isEqualTo(0.005);
        assertThat(history.stopReason()).startsWith("the loss fell from");
    }

    @Test
    void aTrainingLoopOfOnesOwnLearnsToAdd() {
        assertThat(CustomTrainingLoop.run(1000)).isLessThan(0.01);
    }

    @Test
    void customLayerLearnsThatEveryStepCountsOnce() {
        for (float weight : CustomLayer.run(60)) {
            assertThat(weight).isCloseTo(1f, within(0.01f));
        }
    }

    /// What a gradient check of one's own looks like: the loss Σ y at w ± 1/128, where sums of halves are exact.
    @Test
    void customLayerHasTheGradientOfItsFormula() {
        CustomLayer.StepWeights layer = new CustomLayer.StepWeightsSpec().build("0", Shape.sequence(3, 2),
                new RandomStreams(1));
        Tensor input = Tensor.of(Shape.sequence(3, 2).withBatch(2), 1, 2, 3, 4, 5, 6, -1, -2, 0.5f, 0, 1, 8);
        LayerPass pass = layer.newPass(input.shape(), PassMode.TRAINING, Compute.shared());
        Tensor ones = Tensor.of(pass.forward(input).shape(), 1, 1, 1, 1);
        pass.backward(ones);
        for (int step = 0; step < 3; step++) {
            float weight = layer.weights().value()[step];
            layer.weights().value()[step] = weight + 1f / 128;
            double above = sum(pass.forward(input));
            layer.weights().value()[step] = weight - 1f / 128;
            double below = sum(pass.forward(input));
            layer.weights().value()[step] = weight;
            assertThat((double) layer.weights().gradient()[step]).isCloseTo((above - below) * 64, within(1e-4));
            assertThat(pass.inputGradient().get(1, step, 0)).isEqualTo(weight);
        }
    }

    private static double sum(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.data()) {
            sum += value;
        }
        return sum;
    }

    /// Fourteen noisy days tell a shop's level to 0.025; without offer and shop the error would be about 0.2.
    @Test
    void severalInputsForetellTwoThings() {
        Map<String, Double> scores = SeveralInputs.run(60);
        assertThat(scores).containsOnlyKeys("loss", "demand_mae", "empty_binary_accuracy");
        assertThat(scores.get("demand_mae")).isLessThan(0.06);
        assertThat(scores.get("empty_binary_accuracy")).isGreaterThan(0.9);
    }

    /// Of the gradient of the last step, what arrives 50 steps before it.
    @Test
    void gradientsFadeMoreSlowlyInAnLstm() {
        Map<String, double[]> norms = VanishingGradients.run();
        double simple = arriving(norms, "simple RNN");
        double lstm = arriving(norms, "LSTM, forget bias 1");
        assertThat(simple).isLessThan(1e-9);
        assertThat(lstm).isGreaterThan(1000 * simple).isLessThan(1e-3);
        assertThat(arriving(norms, "LSTM, forget bias 4")).isGreaterThan(0.1);
    }

    private static double arriving(Map<String, double[]> norms, String layer) {
        double[] byDistance = Objects.requireNonNull(norms.get(layer));
        return byDistance[50] / byDistance[0];
    }

    @Test
    void fiveLinesForecastAWave() {
        double[] load = ForecastInFiveLines.waves(1500);
        Forecast forecast = ForecastInFiveLines.run(Instant.EPOCH, Arrays.copyOf(load, 1400));
        for (int step = 0; step < 24; step++) {
            assertThat(forecast.mean().get(step)).isCloseTo(load[1400 + step], within(5.0));
        }
    }

    /// For a day the wave runs at half its height, which no value of it tells.
    @Test
    void anomaliesOfAWaveAreFoundByItsForecast(@TempDir Path directory) throws IOException {
        RandomStream noise = new RandomStreams(1).stream("noise");
        StringBuilder csv = new StringBuilder("timestamp,value\n");
        for (int hour = 0; hour < 1200; hour++) {
            double height = hour >= 800 && hour < 824 ? 10 : 20;
            double value = 100 + height * StrictMath.sin(hour * 2 * Math.PI / 24) + 0.5 * noise.nextGaussian();
            csv.append(LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(hour)).append(',').append(value).append('\n');
        }
        Files.writeString(directory.resolve("nab-wave.csv"), csv);
        Files.writeString(directory.resolve("nab-windows.json"),
                "{\"wave\": [[\"2026-02-03 02:00:00\", \"2026-02-04 10:00:00\"]]}");
        Map<String, List<NabFile>> detectors = AnomalyScores.run(directory);
        assertThat(nabScore(detectors, "LSTM, likelihood")).isGreaterThan(70);
        assertThat(nabScore(detectors, "LSTM, conformal")).isGreaterThan(70);
        assertThat(nabScore(detectors, "windowed Gaussian")).isLessThan(30);
        assertThat(nabScore(detectors, "null")).isZero();
    }

    private static double nabScore(Map<String, List<NabFile>> detectors, String detector) {
        return new NabScorer(NabProfile.STANDARD).bestThreshold(Objects.requireNonNull(detectors.get(detector)))
                .score()
                .normalised();
    }
}

package org.lstm4j.benchmarks.determinism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;

/// What is trained: small enough for a JVM that multiplies and adds in software, some thousand times slower than hardware.
enum Subject {

    /// Two LSTM layers, dropout and a dense layer; batches that do not come out even, gradients clipped.
    STACK(
            "42d32865cf93fa828765563fcc8a2f0a6ea954cec5b8ebb817cfe1846263cd32",
            "f9deda1bb9f0254142e8174a38b1965bca20c0676ee5fd5dfffe8aa568d8a231") {
        @Override
        Digest run(Compute compute) {
            Sequential network = Sequential.input(Shape.sequence(3, 3))
                    .add(new LstmSpec(17).withReturnSequences(true))
                    .add(new DropoutSpec(0.2f))
                    .add(new LstmSpec(17, false, Initialization.PYTORCH))
                    .add(new DenseSpec(1))
                    .build(SEED);
            return fit(network, 13, FitOptions.epochs(1).withBatchSize(5).withClipNorm(0.1), compute);
        }
    },

    /// A forecaster from a series of hours with calendar columns: cleaned, scaled, windowed, trained, judged, asked.
    FORECASTER(
            "9da43bce281ea6ddcd98f4e5408b46555c0f9e2e1386c60798af3297ad8d31d0",
            "8091879848f422af31629fc7845b865e81a766be2056ba3b369750ec0e7514bb",
            "6f1b77585c69d8498d54e1e3e21bf4c68d01337365852edc61db2516ef57bb3e") {
        @Override
        Digest run(Compute compute) {
            OptimizationSettings shortly = OptimizationSettings.standard().withEpochs(1);
            ForecastSettings settings = ForecastSettings.horizon(2, "load")
                    .withLookback(OptionalInt.of(6))
                    .withNetwork(new NetworkSettings(5, 1, false, 0, 0, Initialization.KERAS))
                    .withOptimization(shortly);
            TimeSeries series = wave();
            TrainedForecaster trained = new ForecastTrainer(settings, compute)
                    .train(List.of(series));
            double[] results = {
                trained.forecaster().forecast(series, 2, compute).getFirst().mean().getFirst(),
                trained.forecaster().forecast(series, 2, compute).getFirst().mean().getLast(),
                trained.test().model().mae(),
                trained.test().model().mase()};
            return Digest.of(trained.forecaster().network(), results).withFile(fileOf(trained.forecaster()));
        }
    },

    /// One LSTM layer of just the size from which threads share the work: two million multiply-adds a pass.
    SHARED(
            "ee6e8f0d491c6f7898c7745972a21bddc9cd7fda019d2aadf7e308a0ba4cacf1",
            "b64922d36f842ce1954a8f557d2b1d4c0ffb9a836fcdb3a38b823f9536b0ef54") {
        @Override
        Digest run(Compute compute) {
            Sequential network = Sequential.input(Shape.sequence(4, 4))
                    .add(new LstmSpec(63))
                    .add(new DenseSpec(2))
                    .build(SEED);
            return fit(network, 37, FitOptions.epochs(1).withBatchSize(30), compute);
        }
    };

    private static final long SEED = 42;
    private static final int HOURS = 72;
    private static final int UNSEEN = 7;

    private final String weights;
    private final String forecasts;
    private final String file;

    Subject(String weights, String forecasts) {
        this(weights, forecasts, Digest.NO_FILE);
    }

    Subject(String weights, String forecasts, String file) {
        this.weights = weights;
        this.forecasts = forecasts;
        this.file = file;
    }

    /// What came out on every machine so far. A change of what is computed changes it, and must be meant.
    Digest recorded() {
        return new Digest(weights, forecasts, file);
    }

    /// Trains, and digests the weights and what the network says afterwards.
    abstract Digest run(Compute compute);

    private static Digest fit(Sequential network, int samples, FitOptions options, Compute compute) {
        RandomStreams streams = new RandomStreams(SEED);
        Tensor inputs = uniform(network.inputShape().withBatch(samples), streams.stream("inputs"));
        Tensor targets = uniform(network.outputShape().withBatch(samples), streams.stream("targets"));
        Tensor unseen = uniform(network.inputShape().withBatch(UNSEEN), streams.stream("unseen"));
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError(), compute);
        double loss = model.fit(inputs, targets, options).epochs().getLast().loss();
        double[] answers = Answers.of(network, unseen, compute);
        double[] results = Arrays.copyOf(answers, answers.length + 2);
        results[answers.length] = loss;
        results[answers.length + 1] = model.evaluate(inputs, targets);
        return Digest.of(network, results);
    }

    private static byte[] fileOf(Forecaster forecaster) {
        try {
            Path file = Files.createTempFile("lstm4j-determinism", ".lstm4j");
            try {
                ForecasterFile.of(forecaster).write(file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tensor uniform(Shape shape, RandomStream random) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }

    private static TimeSeries wave() {
        double[] load = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            load[hour] = 100 + hour * 0.1 + 20 * StrictMath.sin(hour * 2 * Math.PI / 24);
        }
        return TimeSeries.ofColumn(Timeline.of(0, Frequency.parse("h"), ZoneOffset.UTC), "load", load);
    }
}

package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What an ES-RNN is built and trained by.
///
/// {@snippet :
/// EsRnnSettings settings = EsRnnSettings.forSeasons(48, 24, 168)
///         .withWindows(windows -> windows.withLevels(0.1, 0.5, 0.9))
///         .withTraining(training -> training.withEpochs(20));
/// EsRnn model = new EsRnnTrainer(settings, Compute.shared()).train(series, epoch -> {});
/// double[][] forecast = model.forecast(series.getFirst(), Compute.shared());
/// }
///
/// @param windows what goes in and out
/// @param network what all series share
/// @param training how it is trained
public record EsRnnSettings(EsRnnWindows windows, EsRnnNetwork network, EsRnnTraining training) {

    /// Without so many windows, a sequence is too short to learn from.
    private static final int FEWEST_WINDOWS = 60;
    private static final int CYCLES = 6;
    private static final int EPOCHS = 24;

    public EsRnnSettings {
        Objects.requireNonNull(windows, "windows");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(training, "training");
    }

    /// Settings by rule for series with one season or more. With m the shortest season and M the longest (2m where there is one):
    ///
    /// | | |
    /// |---|---|
    /// | window | m values |
    /// | dilations | (1, m/2 but from 2 to 4), (m, M) |
    /// | sequence | the last 6 M windows, at least 60 |
    ///
    /// which for hourly, daily and quarterly series are the dilations Smyl published: (1,4)(24,168), (1,3)(7,14), (1,2)(4,8).
    ///
    /// @param seasons in steps, each longer than the one before
    /// @throws IllegalArgumentException when there is none
    public static EsRnnSettings forSeasons(int horizon, int... seasons) {
        List<Integer> all = Arrays.stream(seasons).boxed().toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("at least one season is needed; without any use forCycle(horizon,"
                    + " steps of a year)");
        }
        int shortest = all.getFirst();
        int longest = all.size() == 1 ? 2 * shortest : all.getLast();
        int near = Math.clamp(shortest / 2, 2, 4);
        return withDefaults(horizon, all, shortest, List.of(List.of(1, near), List.of(shortest, longest)), longest);
    }

    /// Settings by rule for series without a season that could be smoothed, because there is none or because there are too few of them to
    /// know its indices: as of weekly series that of 52 weeks. The window has three quarters of the horizon, but 4 to 10 values, the
    /// dilations are (1, cycle), the sequence has the last 6 cycles, at least 60 windows: for weeks what Smyl published.
    ///
    /// @param cycle how far back it may help to remember, at least 2 steps: those of a year, usually
    public static EsRnnSettings forCycle(int horizon, int cycle) {
        int inputSize = Math.clamp(Math.round(0.75f * horizon), 4, 10);
        return withDefaults(horizon, List.of(), inputSize, List.of(List.of(1, cycle)), cycle);
    }

    private static EsRnnSettings withDefaults(
            int horizon, List<Integer> seasons, int inputSize, List<List<Integer>> dilations, int cycle) {
        int windows = Math.max(FEWEST_WINDOWS, Math.multiplyExact(CYCLES, cycle));
        return new EsRnnSettings(
                new EsRnnWindows(inputSize, horizon, List.of(0.5), seasons, windows),
                new EsRnnNetwork(40, dilations, 0, 0.001),
                EsRnnTraining.ofEpochs(EPOCHS));
    }

    public EsRnnSettings withWindows(UnaryOperator<EsRnnWindows> change) {
        return new EsRnnSettings(change.apply(windows), network, training);
    }

    public EsRnnSettings withNetwork(UnaryOperator<EsRnnNetwork> change) {
        return new EsRnnSettings(windows, change.apply(network), training);
    }

    public EsRnnSettings withTraining(UnaryOperator<EsRnnTraining> change) {
        return new EsRnnSettings(windows, network, change.apply(training));
    }
}

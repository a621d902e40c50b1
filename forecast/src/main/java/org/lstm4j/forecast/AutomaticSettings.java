package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.nn.Initialization;
import org.lstm4j.optim.Adam;

/// The settings of a forecaster that nobody said anything of: one rule, the same for every file, which looks at nothing but lengths.
///
/// | setting | rule |
/// |---|---|
/// | architecture | segment; direct where one step is foretold |
/// | window scaling, skip path | every pair of [WindowTreatment#all] is tried on validation windows: the best beside a linear map, unless another is ahead by more than chance |
/// | lookback, season, segment, calendar | [AutoChoices] |
/// | loss | quantiles, of which the median is the point forecast |
/// | network | one layer of 64 units, a tenth dropped |
/// | updates | a quarter as many as there are training windows, but from 1,500 to 4,000, of 64 windows (32 where there are fewer than 4,096), with Adam at a rate that falls from 0.001 along a cosine |
/// | epochs | at least 16 looks at the validation loss, at most 100 times through all windows; stopped when a third of them bring nothing |
/// | networks | five where there are fewer than 1,024 windows, which say little each time and take no time; else one |
/// | validation windows | train too, once they have chosen the epoch ([Finish#REFIT]) |
/// | calibration | a tenth of the data where that is at least four horizons, else the validation windows, before they train too |
/// | floor of forecasts | 0 where no value is known below it and some come near ([FloorRule#AUTO]); the one rule that looks at values |
///
/// {@snippet :
/// ForecastSettings settings = AutomaticSettings.of(series, 24, ColumnRoles.targets(List.of("load")),
///         AutomaticSettings.split(series, 24));
/// TrainedForecaster trained = new ForecastTrainer(settings, Compute.shared()).train(series);
/// }
public final class AutomaticSettings {

    private static final int HIDDEN = 64;
    private static final double DROPOUT = 0.1;
    private static final double LEARNING_RATE = 1e-3;
    private static final int VERY_FEW_WINDOWS = 1024;
    private static final int NETWORKS = 5;
    private static final int FEW_WINDOWS = 4096;
    private static final int LEAST_UPDATES = 1500;
    private static final int MOST_UPDATES = 4000;
    private static final int WINDOWS_FOR_AN_UPDATE = 4;
    private static final int LOOKS = 16;
    private static final int MOST_EPOCHS = 100;
    private static final int LEAST_PATIENCE = 3;
    private static final double CALIBRATION = 0.1;
    private static final int HORIZONS_TO_CALIBRATE = 4;

    private AutomaticSettings() {}

    /// The settings for series.
    ///
    /// @param series at least one
    /// @param horizon steps ahead, at least 1
    /// @param columns which are read, in what role
    /// @param split which parts there are
    public static ForecastSettings of(List<TimeSeries> series, int horizon, ColumnRoles columns, SplitShares split) {
        Architecture architecture = horizon == 1 ? Architecture.DIRECT : Architecture.SEGMENT;
        NetworkSettings network = new NetworkSettings(HIDDEN, 1, false, DROPOUT, 0, Initialization.KERAS, architecture);
        return ForecastSettings.horizon(horizon)
                .withColumns(columns)
                .withCandidates(WindowTreatment.all())
                .withNetwork(network)
                .withOptimization(optimization(windows(series, horizon, columns, split)))
                .withSplit(split)
                .withCalibration(CalibrationSource.VALIDATION.withSplit(split))
                .withFloor(FloorRule.AUTO);
    }

    /// The parts for series: a tenth to validate, a fifth to test, and a tenth to calibrate intervals where that is enough.
    public static SplitShares split(List<TimeSeries> series, int horizon) {
        SplitShares standard = SplitShares.standard();
        return new SplitShares(standard.validation(), calibration(series, horizon), standard.test(), false);
    }

    /// The share of the data that calibrates intervals, 0 for none.
    public static double calibration(List<TimeSeries> series, int horizon) {
        int shortest = series.stream().mapToInt(TimeSeries::steps).min().orElse(0);
        return isEnoughToCalibrate(CALIBRATION * shortest, horizon) ? CALIBRATION : 0;
    }

    /// Whether a part of so many steps is long enough to calibrate intervals.
    public static boolean isEnoughToCalibrate(double steps, int horizon) {
        return steps >= (double) HORIZONS_TO_CALIBRATE * horizon;
    }

    /// How networks are fitted to about that many windows.
    private static OptimizationSettings optimization(long windows) {
        int batchSize = windows < FEW_WINDOWS ? 32 : 64;
        long updates = Math.clamp(windows / WINDOWS_FOR_AN_UPDATE, LEAST_UPDATES, MOST_UPDATES);
        long all = Math.max(1, (windows + batchSize - 1) / batchSize);
        int batches = (int) Math.min(all, updates / LOOKS);
        int epochs = (int) Math.min(MOST_EPOCHS, updates / batches);
        return OptimizationSettings.standard()
                .withEpochs(epochs)
                .withBatchSize(batchSize)
                .withBatchesPerEpoch(batches < all ? batches : 0)
                .withOptimizer(new Adam(LEARNING_RATE))
                .withSchedule(RateSchedule.COSINE)
                .withLoss(ForecastLosses.named("quantiles"))
                .withEarlyStopping(Math.max(LEAST_PATIENCE, epochs / 3))
                .withNetworks(windows < VERY_FEW_WINDOWS ? NETWORKS : 1)
                .withFinish(Finish.REFIT);
    }

    /// Windows of the training parts, whatever the lookback.
    private static long windows(List<TimeSeries> series, int horizon, ColumnRoles columns, SplitShares split) {
        long windows = 0;
        for (TimeSeries one : series) {
            int trainEnd = TimeSplit.of(one.steps(), horizon, split).trainEnd();
            windows += Math.max(0, trainEnd - horizon + 1);
        }
        return windows * columns.targets().size();
    }
}

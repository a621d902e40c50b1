package org.lstm4j.forecast;

import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;

/// Everything that decides a forecaster, but for the data. Immutable; begin with [#horizon(int, String...)] and change what
/// should differ.
///
/// @param horizon steps ahead, at least 1
/// @param columns which columns are read, in what role
/// @param lookback steps the model sees; empty for the rule of [AutoChoices]
/// @param season steps in a season, for baselines and MASE; empty for the frequency's own
/// @param scaling how values are brought to a common scale, by the training part
/// @param deseasonalization whether the season is taken off what the network reads
/// @param windowScaling what is done to each window on top
/// @param skip which forecast stands beside the network
/// @param candidates of which window scaling and skip are chosen by short trainings, judged on the validation part; empty for no
///        choice. Where there are some, `windowScaling` and `skip` count for nothing
/// @param calibration which windows say how wide intervals must be; the calibration part where and only where the split has one
/// @param floor whether forecasts have a least value
public record ForecastSettings(
        int horizon,
        ColumnRoles columns,
        OptionalInt lookback,
        OptionalInt season,
        Scaling scaling,
        Deseasonalization deseasonalization,
        WindowScaling windowScaling,
        Skip skip,
        List<WindowTreatment> candidates,
        NetworkSettings network,
        OptimizationSettings optimization,
        SplitShares split,
        CalibrationSource calibration,
        FloorRule floor) {

    public ForecastSettings {
        candidates = List.copyOf(candidates);
        requireThePartOfItsOwn(calibration, split);
        requireAtLeastOne("horizon", horizon);
        lookback.ifPresent(steps -> requireAtLeastOne("lookback", steps));
        season.ifPresent(steps -> requireAtLeastOne("season", steps));
    }

    /// The defaults for that horizon.
    ///
    /// @param targets columns to foretell
    public static ForecastSettings horizon(int horizon, String... targets) {
        return new ForecastSettings(
                horizon,
                ColumnRoles.targets(List.of(targets)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Scaling.STANDARD,
                Deseasonalization.NONE,
                WindowScaling.NONE,
                Skip.NONE,
                List.of(),
                NetworkSettings.standard(),
                OptimizationSettings.standard(),
                SplitShares.standard(),
                CalibrationSource.NONE,
                FloorRule.NONE);
    }

    public ForecastSettings withColumns(ColumnRoles other) {
        return new ForecastSettings(horizon, other, lookback, season, scaling, deseasonalization, windowScaling, skip,
                candidates, network,
                optimization, split, calibration, floor);
    }

    public ForecastSettings withLookback(OptionalInt other) {
        return new ForecastSettings(horizon, columns, other, season, scaling, deseasonalization, windowScaling, skip,
                candidates, network,
                optimization, split, calibration, floor);
    }

    public ForecastSettings withSeason(OptionalInt other) {
        return new ForecastSettings(horizon, columns, lookback, other, scaling, deseasonalization, windowScaling, skip,
                candidates,
                network, optimization, split, calibration, floor);
    }

    public ForecastSettings withScaling(Scaling other) {
        return new ForecastSettings(horizon, columns, lookback, season, other, deseasonalization, windowScaling, skip,
                candidates, network,
                optimization, split, calibration, floor);
    }

    public ForecastSettings withDeseasonalization(Deseasonalization other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, other, windowScaling, skip, candidates,
                network, optimization, split, calibration, floor);
    }

    public ForecastSettings withWindowScaling(WindowScaling other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, other, skip,
                List.of(), network,
                optimization, split, calibration, floor);
    }

    public ForecastSettings withSkip(Skip other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling,
                other, List.of(),
                network,
                optimization, split, calibration, floor);
    }

    /// The choice is left to short trainings; [#withWindowScaling] and [#withSkip] take it back.
    public ForecastSettings withCandidates(List<WindowTreatment> other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling, skip,
                other, network,
                optimization, split, calibration, floor);
    }

    public ForecastSettings withNetwork(NetworkSettings other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling, skip,
                candidates, other,
                optimization, split, calibration, floor);
    }

    public ForecastSettings withOptimization(OptimizationSettings other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling, skip,
                candidates,
                network, other, split, calibration, floor);
    }

    /// A split with a calibration part has intervals calibrated on it; one without leaves that to validation windows where they were
    /// asked for.
    public ForecastSettings withSplit(SplitShares other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling, skip,
                candidates,
                network, optimization, other, calibration.withSplit(other), floor);
    }

    /// @throws IllegalArgumentException when it is the calibration part and the split has none, or another though it has one
    public ForecastSettings withCalibration(CalibrationSource other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling, skip,
                candidates,
                network, optimization, split, other, floor);
    }

    public ForecastSettings withFloor(FloorRule other) {
        return new ForecastSettings(horizon, columns, lookback, season, scaling, deseasonalization, windowScaling, skip,
                candidates,
                network, optimization, split, calibration, other);
    }

    private static void requireThePartOfItsOwn(CalibrationSource calibration, SplitShares split) {
        if (calibration != calibration.withSplit(split)) {
            throw new IllegalArgumentException("intervals are to be calibrated on " + calibration.words()
                    + ", but the split has a calibration part of " + split.calibration()
                    + "; give such a part, and only then, a share above 0 with withSplit");
        }
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 step, but was " + value);
        }
    }
}

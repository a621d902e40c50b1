package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.TrainingSchema;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.TimeSplit;

/// The targets of a training and how each is split.
///
/// @param targets those of one series next to each other
/// @param splits one for each target
/// @param columns which columns are read, in what role
/// @param frequency of all series
/// @param askedSeason the season that somebody decided on
/// @param horizon steps ahead
record GlobalPlan(List<TargetSeries> targets, List<TimeSplit> splits, ColumnRoles columns, Frequency frequency,
        OptionalInt askedSeason, int horizon) {

    GlobalPlan {
        targets = List.copyOf(targets);
        splits = List.copyOf(splits);
    }

    static GlobalPlan of(GlobalSettings settings, List<TimeSeries> series, Frequency frequency) {
        List<TargetSeries> targets = new ArrayList<>();
        List<TimeSplit> splits = new ArrayList<>();
        for (TimeSeries one : series) {
            for (String target : settings.columns().targets()) {
                targets.add(TargetSeries.of(one, target));
                splits.add(TimeSplit.of(one.steps(), settings.horizon(), settings.split()));
            }
        }
        return new GlobalPlan(targets, splits, settings.columns(), frequency, settings.season(),
                settings.horizon());
    }

    /// The columns and which categories they hold, as the training parts say.
    ///
    /// @throws DataException when a column holds categories in some series and numbers in others, or no category at all
    FeatureSchema schema(List<CalendarFeature> calendar) {
        List<TimeSeries> training = new ArrayList<>();
        for (int index = 0; index < targets.size(); index += columns.targets().size()) {
            training.add(targets.get(index).series().slice(0, splits.get(index).trainEnd()));
        }
        return new TrainingSchema(columns, training).withoutMasks(calendar);
    }

    int season() {
        return askedSeason.orElseGet(frequency::defaultSeason);
    }

    /// Steps of the training parts, of several the median.
    int trainingSteps() {
        int[] lengths = splits.stream().mapToInt(TimeSplit::trainEnd).sorted().toArray();
        return lengths[lengths.length / 2];
    }

    /// Whether the training part of every target has room for them and a horizon after its first value; a target without any value is
    /// passed over, as others complain of it.
    ///
    /// @param lookback steps before the first one foretold
    boolean hasRoom(int lookback) {
        for (int index = 0; index < targets.size(); index++) {
            int first = targets.get(index).firstObserved();
            boolean observed = first < targets.get(index).values().length;
            if (observed && splits.get(index).trainEnd() - first < lookback + horizon) {
                return false;
            }
        }
        return true;
    }

    /// @param lookback steps before the first one foretold
    /// @throws DataException when the training part of a target has no room for them and a horizon after its first value
    void requireRoom(int lookback) {
        for (int index = 0; index < targets.size(); index++) {
            TargetSeries target = targets.get(index);
            int end = splits.get(index).trainEnd();
            int room = end - target.firstObserved();
            if (room < lookback + horizon) {
                throw new DataException(new Problem(
                        "'" + target.name() + "' has " + target.values().length + " steps, which leaves "
                                + Math.max(0, room) + " with values to train on",
                        "lookback " + lookback + " + horizon " + horizon + " = " + (lookback + horizon)
                                + " steps to train on, beside the validation and test parts",
                        Math.max(0, room) + " steps",
                        room > horizon
                                ? "use --lookback " + (room - horizon) + " or less"
                                : "bring more rows, or use a smaller --horizon"));
            }
            requireObserved(target, end);
        }
    }

    private void requireObserved(TargetSeries target, int end) {
        double[] values = target.values();
        int step = end - 1;
        while (step > target.firstObserved() && Double.isNaN(values[step])) {
            step--;
        }
        if (step == target.firstObserved()) {
            throw new DataException(Problem.of(
                    "'" + target.name() + "' has a single value in its training part, which ends at "
                            + target.series().timeline().format(end - 1L),
                    "leave the series out, bring more rows, or fill gaps with --fill"));
        }
    }

    /// The values of a target up to a step.
    double[] valuesUntil(int target, int end) {
        return Arrays.copyOf(targets.get(target).values(), end);
    }
}

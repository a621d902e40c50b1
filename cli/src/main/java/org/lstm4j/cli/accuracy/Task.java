package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.cli.accuracy.ProtocolData.TrainAndTest;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.metrics.Metrics;

/// A protocol on its data: what methods learn from, and the windows they are judged on.
///
/// Series are cut to the steps that the protocol uses. Immutable; arrays are shared and not to be changed.
public final class Task {

    private final Protocol protocol;
    private final ColumnRoles columns;
    private final List<TimeSeries> series;
    private final List<Split> splits;
    /// `[series][targets][steps]`
    private final double[][][] values;
    private final List<JudgedWindow> windows;

    /// @param series whole, as read
    /// @throws DataException when a series is too short for the protocol, or no window can be judged
    public Task(Protocol protocol, ColumnRoles columns, List<TimeSeries> series) {
        this(protocol, columns, series, series.stream().map(one -> split(protocol, one)).toList());
        if (windows.isEmpty()) {
            throw new DataException(Problem.of(protocol.name() + " finds no window without missing values to judge",
                    "check the file: it has another layout than the published one"));
        }
    }

    /// @param splits one for each series
    private Task(Protocol protocol, ColumnRoles columns, List<TimeSeries> series, List<Split> splits) {
        this.protocol = protocol;
        this.columns = columns;
        this.splits = splits;
        List<TimeSeries> used = new ArrayList<>();
        this.values = new double[series.size()][columns.targets().size()][];
        for (int index = 0; index < values.length; index++) {
            TimeSeries cut = series.get(index).slice(0, splits.get(index).used());
            used.add(cut);
            for (int target = 0; target < values[index].length; target++) {
                values[index][target] = cut.column(columns.targets().get(target));
            }
        }
        this.series = List.copyOf(used);
        this.windows = windowsToJudge();
    }

    /// The same protocol on what is known before the test part: the validation part is judged, and as many steps before it validate. Whoever
    /// chooses by it has not seen the test part.
    ///
    /// @return empty where a series is too short for it, or no window can be judged
    Optional<Task> rehearsal() {
        List<Split> earlier = splits.stream()
                .map(split -> new Split(split.testStart(), split.validation(), split.validation()))
                .toList();
        if (earlier.stream().anyMatch(split -> split.trainEnd() <= protocol.horizon())) {
            return Optional.empty();
        }
        Task rehearsal = new Task(protocol.rehearsal(), columns, series, earlier);
        return rehearsal.windows.isEmpty() ? Optional.empty() : Optional.of(rehearsal);
    }

    private static Split split(Protocol protocol, TimeSeries series) {
        Split split = protocol.split().of(series.steps());
        int least = split.used() - split.trainEnd() + protocol.horizon() + 1;
        if (split.used() > series.steps() || split.used() < least) {
            String name = series.name().isEmpty() ? "the series" : "series '" + series.name() + "'";
            throw new DataException(new Problem(
                    name + " is too short for " + protocol.name(),
                    "at least " + Math.max(split.used(), least) + " steps", series.steps() + " steps",
                    "check that the file is the whole published one"));
        }
        return split;
    }

    private List<JudgedWindow> windowsToJudge() {
        List<JudgedWindow> all = new ArrayList<>();
        int horizon = protocol.horizon();
        for (int index = 0; index < values.length; index++) {
            Split split = splits.get(index);
            int first = protocol.windows().firstOrigin(split.testStart(), split.used(), horizon);
            for (int origin = first; origin <= split.used() - horizon; origin += protocol.windows().stride(horizon)) {
                for (int target = 0; target < values[index].length; target++) {
                    if (protocol.windows().takes(values[index][target], origin, horizon)) {
                        all.add(new JudgedWindow(index, target, origin));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    public Protocol protocol() {
        return protocol;
    }

    /// What the columns are.
    public ColumnRoles columns() {
        return columns;
    }

    /// The series, cut to the steps that are used.
    public List<TimeSeries> series() {
        return series;
    }

    /// The series up to the test part: what may be learned from.
    List<TimeSeries> knownSeries() {
        List<TimeSeries> known = new ArrayList<>();
        for (int index = 0; index < values.length; index++) {
            known.add(series.get(index).slice(0, splits.get(index).testStart()));
        }
        return known;
    }

    /// How far apart the steps are: as the protocol says where its files do not, else as the data say.
    Frequency frequency() {
        return protocol.data() instanceof TrainAndTest rows
                ? rows.frequency()
                : series.getFirst().timeline().frequency();
    }

    /// One for each series.
    public List<Split> splits() {
        return splits;
    }

    /// The windows in the order in which they are judged: series by series, origin by origin, target by target.
    public List<JudgedWindow> windows() {
        return windows;
    }

    /// Every target of every series, series by series.
    List<TargetOfSeries> targets() {
        List<TargetOfSeries> all = new ArrayList<>();
        for (int index = 0; index < values.length; index++) {
            for (int target = 0; target < values[index].length; target++) {
                all.add(new TargetOfSeries(index, target));
            }
        }
        return all;
    }

    /// A target of a series; NaN where missing.
    public double[] values(int index, int target) {
        return values[index][target];
    }

    /// What came true in a window, in a new array.
    double[] actual(JudgedWindow window) {
        return Arrays.copyOfRange(values(window.series(), window.target()), window.origin(),
                window.origin() + protocol.horizon());
    }

    /// The training part of a target, in a new array.
    double[] training(int index, int target) {
        return Arrays.copyOf(values(index, target), splits.get(index).trainEnd());
    }

    /// What is known before the test part, in a new array: training and validation part.
    double[] known(int index, int target) {
        return Arrays.copyOf(values(index, target), splits.get(index).testStart());
    }

    /// What MASE divides by: the error of the seasonal naive forecast in what was known before the test part (the train file
    /// of a competition), or, as GIFT-Eval does it, before the window.
    double maseScale(JudgedWindow window) {
        int end = protocol.scalesByHistory() ? window.origin() : splits.get(window.series()).testStart();
        double[] history = Arrays.copyOf(values(window.series(), window.target()), end);
        return Metrics.seasonalNaiveError(history, protocol.season());
    }

    /// The standard deviation of the training part over all its values; 1 where it is 0 or nothing was observed.
    double deviation(int index, int target) {
        double[] training = training(index, target);
        double sum = 0;
        int count = 0;
        for (double value : training) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : training) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / count);
        return deviation > 0 ? deviation : 1;
    }

    /// The median number of training steps.
    int trainingSteps() {
        int[] lengths = splits.stream().mapToInt(Split::trainEnd).sorted().toArray();
        return lengths[lengths.length / 2];
    }

    /// Tells series and targets apart.
    String name(int index, int target) {
        return columns.targets().get(target) + " of " + series.get(index).name();
    }

    /// Tells series and targets apart, and windows where each has a scale of its own.
    String key(JudgedWindow window) {
        String key = name(window.series(), window.target());
        return protocol.scalesByHistory() ? key + " at " + window.origin() : key;
    }
}

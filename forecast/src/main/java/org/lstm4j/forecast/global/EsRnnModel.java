package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.esrnn.EsRnn;
import org.lstm4j.forecast.esrnn.EsRnnFile;
import org.lstm4j.forecast.esrnn.EsRnnSeries;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.model.ModelFile;
import org.lstm4j.nn.Sequential;

/// Foretells with an [EsRnn].
///
/// A target that was trained on is smoothed with what was learnt of it, from the step on at which its training began: the seasonal indices
/// stand for places counted from there. Where the data begin later, or the target was not trained on, its indices come from its own first
/// cycles and its coefficients are the mean of those trained; that takes two cycles of its longest season.
///
/// @param model what foretells
/// @param facts of the targets trained on, by name
record EsRnnModel(EsRnn model, Map<String, TargetFacts> facts) implements GlobalModel {

    private static final int CYCLES = 2;
    private static final int UNKNOWN = -1;

    @Override
    public Sequential network() {
        return model.network();
    }

    @Override
    public int lookback() {
        return model.windows().inputSize();
    }

    @Override
    public int horizon() {
        return model.windows().horizon();
    }

    @Override
    public List<Double> levels() {
        return model.windows().levels();
    }

    @Override
    public int firstOrigin(TargetSeries target) {
        int begin = trainedBegin(target);
        return begin == UNKNOWN
                ? target.firstObserved() + Math.max(lookback(), CYCLES * longestSeason())
                : begin + lookback();
    }

    private int longestSeason() {
        return model.windows().seasons().isEmpty() ? 1 : model.windows().seasons().getLast();
    }

    /// The step at which the training of a target began; UNKNOWN where it was not trained on, or has no value there.
    private int trainedBegin(TargetSeries target) {
        TargetFacts known = facts.get(target.name());
        if (known == null || !model.knows(target.name())) {
            return UNKNOWN;
        }
        int step = 0;
        while (step < target.values().length && target.series().timeline().instantMillis(step) < known.begins()) {
            step++;
        }
        boolean found = step < target.values().length
                && target.series().timeline().instantMillis(step) == known.begins()
                && !Double.isNaN(target.values()[step]);
        return found ? step : UNKNOWN;
    }

    @Override
    public List<double[][]> foretell(List<TargetOrigin> origins, int steps, Compute compute) {
        List<EsRnnSeries> series = new ArrayList<>();
        for (TargetOrigin from : origins) {
            requirePast(from);
            series.add(seriesUntil(from));
        }
        return model.forecast(series, compute).stream().map(whole -> Arrays.copyOf(whole, steps)).toList();
    }

    private EsRnnSeries seriesUntil(TargetOrigin from) {
        TargetSeries target = from.target();
        int begin = trainedBegin(target);
        requireLogarithms(target, Math.max(begin, 0), from.origin());
        return begin == UNKNOWN
                ? new EsRnnSeries(unusedName(target.name()), Arrays.copyOf(target.values(), from.origin()))
                : new EsRnnSeries(target.name(), Arrays.copyOfRange(target.values(), begin, from.origin()));
    }

    /// A name that the model does not know.
    private String unusedName(String name) {
        String unused = name;
        while (model.knows(unused)) {
            unused = "another " + unused;
        }
        return unused;
    }

    private void requirePast(TargetOrigin from) {
        TargetSeries target = from.target();
        int first = firstOrigin(target);
        if (from.origin() >= first) {
            return;
        }
        String steps = (from.origin() - Math.min(from.origin(), target.firstObserved())) + " steps";
        if (trainedBegin(target) != UNKNOWN || CYCLES * longestSeason() <= lookback()) {
            throw new DataException(new Problem("'" + target.name() + "' has " + steps + " from its first value on",
                    "the " + lookback() + " steps the model looks back on", steps, "bring more rows"));
        }
        TargetFacts known = facts.get(target.name());
        throw new DataException(new Problem(
                "'" + target.name() + "' " + (known == null ? "was not trained on" : "begins later than in training")
                        + ", and has too few steps to find its season of " + longestSeason() + " steps",
                CYCLES + " seasons of " + longestSeason() + " = " + CYCLES * longestSeason() + " steps", steps,
                known == null
                        ? "bring more rows, or train on this series too"
                        : "bring its rows from the training's beginning on"));
    }

    private void requireLogarithms(TargetSeries target, int begin, int end) {
        requireLogarithms(model.form(), target, begin, end, "train again with this value among the data, or with"
                + " --scale mean-abs: level and season are added then, and not multiplied");
    }

    /// @throws DataException when the form takes logarithms and a value has none
    static void requireLogarithms(SmoothedForm form, TargetSeries target, int begin, int end, String fix) {
        for (int step = begin; step < end && form == SmoothedForm.LOGARITHM; step++) {
            if (target.values()[step] <= 0) {
                throw new DataException(new Problem(
                        "'" + target.name() + "' has a value without a logarithm, which the model smooths",
                        "values above 0",
                        target.values()[step] + " at " + target.series().timeline().format(step), fix));
            }
        }
    }

    @Override
    public ErrorUnit unit(TargetOrigin from) {
        return switch (model.form()) {
            case LOGARITHM -> new ErrorUnit.Logarithm();
            case SCALED -> new ErrorUnit.Divided(model.scaleOf(seriesUntil(from)), Double.NEGATIVE_INFINITY);
        };
    }

    @Override
    public Optional<String> remark(TargetSeries target) {
        if (trainedBegin(target) != UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of("'" + target.name() + "' "
                + (facts.containsKey(target.name()) ? "begins at another step than in training" : "was not trained on")
                + ": it is smoothed with the mean of the trained coefficients, and with seasons found in its own values");
    }

    @Override
    public ModelFile toFile() {
        return EsRnnFile.of(model);
    }
}

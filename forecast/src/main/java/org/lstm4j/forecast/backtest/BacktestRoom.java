package org.lstm4j.forecast.backtest;

import java.util.Arrays;
import java.util.Comparator;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.TimeSplit;

/// Checks that what lies before the first window is enough to train on, and says what would be.
record BacktestRoom(BacktestMethod method, BacktestSettings plan, Compute compute) {

    /// @throws DataException when there is too little; it says how many windows fit, or how many steps one needs
    void require(BacktestSeries all) {
        int fitting = windowsThatFit(all);
        if (fitting < plan.windows()) {
            TimeSeries shortest = all.series().stream().min(Comparator.comparingInt(this::steps)).orElseThrow();
            throw new DataException(fitting == 0 ? noWindow(shortest) : fewerWindows(shortest, fitting));
        }
        requireTargetsBeforeTheFirst(all);
    }

    /// As many of the windows asked for, the latest, as leave something to train on.
    private int windowsThatFit(BacktestSeries all) {
        if (fit(all, plan.windows())) {
            return plan.windows();
        }
        int fitting = 0;
        int tooMany = plan.windows();
        while (tooMany - fitting > 1) {
            int middle = fitting + (tooMany - fitting) / 2;
            if (fit(all, middle)) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return fitting;
    }

    private boolean fit(BacktestSeries all, int windows) {
        long distance = plan.withWindows(windows).distance(0, method.horizon());
        return distance < all.shortest() && method.hasRoom(all.before(distance), compute);
    }

    /// Those that count as ones to train on or to judge.
    private int steps(TimeSeries series) {
        return series.steps() - method.begin(series);
    }

    private String words(TimeSeries series) {
        return BacktestSeries.nameOf(series) + " has " + steps(series) + " steps"
                + (method.begin(series) == 0 ? "" : " from its first value on");
    }

    private Problem fewerWindows(TimeSeries shortest, int fitting) {
        return new Problem(
                words(shortest) + ", too few for "
                        + plan.windows() + " windows of horizon " + method.horizon() + ", a stride of "
                        + plan.stride() + " apart, and something to train on before them",
                "at most " + fitting + (fitting == 1 ? " window" : " windows"),
                plan.windows() + " windows",
                "use --windows " + fitting + " or fewer" + (plan.stride() > 1 ? ", or a smaller --stride" : ""));
    }

    private Problem noWindow(TimeSeries shortest) {
        int horizon = method.horizon() - 1;
        while (horizon >= 1 && leastSteps(horizon, shortest) > steps(shortest)) {
            horizon--;
        }
        String shorter = horizon >= 1 ? "use --horizon " + horizon + " or less" : "";
        String lookback = method.lookback().isPresent() && horizon < 1 ? "use a shorter --lookback" : shorter;
        return new Problem(
                words(shortest) + ", too few for a single window of horizon " + method.horizon()
                        + " and something to train on before it",
                "at least " + leastSteps(method.horizon(), shortest) + " steps",
                steps(shortest) + " steps",
                (lookback.isEmpty() ? "" : lookback + ", or ") + "bring more rows");
    }

    /// The steps of a single window with a window to train on before it, and the validation and calibration parts between them.
    private long leastSteps(int horizon, TimeSeries series) {
        int begin = method.begin(series);
        SplitShares parts = method.split().withoutTest();
        int training = method.leastHistory(horizon) + horizon;
        long before = training + steps(parts.validation()) + steps(parts.calibration());
        while (before < Integer.MAX_VALUE - begin
                && TimeSplit.of((int) before + begin, horizon, parts).trainEnd() - begin < training) {
            before++;
        }
        return before + horizon;
    }

    private static long steps(double part) {
        return SplitShares.isSteps(part) ? (long) part : 0;
    }

    private void requireTargetsBeforeTheFirst(BacktestSeries all) {
        long distance = plan.distance(0, method.horizon());
        for (TimeSeries known : all.before(distance)) {
            for (String target : method.columns().targets()) {
                if (Arrays.stream(known.column(target)).allMatch(Double::isNaN)) {
                    throw new DataException(Problem.of(
                            "column '" + target + "' of " + BacktestSeries.nameOf(known)
                                    + " has no value before the first window, at "
                                    + known.timeline().format(known.steps()),
                            "use fewer windows or a smaller --stride, or leave that series or column out"));
                }
            }
        }
    }
}

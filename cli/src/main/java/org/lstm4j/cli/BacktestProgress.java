package org.lstm4j.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.backtest.Backtest;
import org.lstm4j.forecast.backtest.BacktestListener;
import org.lstm4j.forecast.backtest.BacktestWindow;
import org.lstm4j.train.Callback;

/// Shows how a backtest goes: every training as `train` does, and a line for each window.
///
/// ```
/// window 3/10  origin 2014-12-24T00:00Z  MASE 0.512, best baseline ets 0.634
/// ```
final class BacktestProgress implements BacktestListener, AutoCloseable {

    private final Backtest backtest;
    private final Console console;
    private @Nullable ProgressReporter training;

    BacktestProgress(Backtest backtest, Console console) {
        this.backtest = backtest;
        this.console = console;
    }

    @Override
    public Callback trainingBegins(int number, String origin) {
        int trainings = backtest.plan().trainings();
        console.message(trainings == 1
                ? "training on what lies before " + origin
                : "training " + number + "/" + trainings + " on what lies before " + origin);
        OptimizationSettings how = backtest.settings().optimization();
        ProgressReporter begun = console.progress(how.epochs(), how.batchSize());
        training = begun;
        return begun;
    }

    @Override
    public void trainingEnded(FittedForecaster fitted) {
        close();
        fitted.choices().forEach(choice -> console.tell(
                "auto: " + choice.name() + " = " + choice.value() + " (" + choice.reason() + ")"));
    }

    @Override
    public void judged(BacktestWindow window) {
        Evaluation evaluation = window.evaluation();
        String best = evaluation.bestBaseline();
        console.message(String.format(Locale.ROOT, "window %d/%d  origin %s  %s %s, best baseline %s %s",
                window.number(), backtest.plan().windows(), window.origin(), BacktestTable.measure(evaluation),
                MetricsTable.number(BacktestTable.error(evaluation, evaluation.model())), best.replace('_', ' '),
                MetricsTable.number(BacktestTable.errorOf(evaluation, best))));
    }

    /// Ends what is shown of a training that goes on.
    @Override
    public void close() {
        ProgressReporter shown = training;
        training = null;
        if (shown != null) {
            shown.close();
        }
    }
}

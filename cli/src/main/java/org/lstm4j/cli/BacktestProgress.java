package org.lstm4j.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.backtest.Backtest;
import org.lstm4j.forecast.backtest.BacktestListener;
import org.lstm4j.forecast.backtest.BacktestWindow;
import org.lstm4j.forecast.backtest.GlobalMethod;
import org.lstm4j.forecast.backtest.WindowMethod;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// Shows how a backtest goes: every training as `train` does, and a line for each window.
///
/// ```
/// window 3/10  origin 2014-12-24T00:00Z  MASE 0.512, best baseline ets 0.634
/// ```
final class BacktestProgress implements BacktestListener, AutoCloseable {

    private final Backtest backtest;
    private final int series;
    private final Console console;
    private @Nullable ProgressReporter training;

    /// @param series how many there are
    BacktestProgress(Backtest backtest, int series, Console console) {
        this.backtest = backtest;
        this.series = series;
        this.console = console;
    }

    @Override
    public Callback trainingBegins(int number, String origin) {
        int trainings = backtest.plan().trainings();
        console.message(trainings == 1
                ? "training on what lies before " + origin
                : "training " + number + "/" + trainings + " on what lies before " + origin);
        ProgressReporter begun = switch (backtest.method()) {
            case WindowMethod(ForecastSettings settings) ->
                console.progress(settings.optimization().epochs(), settings.optimization().batchSize());
            case GlobalMethod global -> console.progress(pace(global).epochs(), pace(global).batchSize());
        };
        training = begun;
        return begun;
    }

    private GlobalFit.Pace pace(GlobalMethod global) {
        return global.kind().pace(series * global.columns().targets().size());
    }

    @Override
    public void epochEnded(History.Epoch epoch) {
        ProgressReporter shown = training;
        if (shown != null && backtest.method() instanceof GlobalMethod global) {
            shown.onEpoch(epoch, pace(global).batches());
        }
    }

    @Override
    public void trainingEnded(FittedModel fitted) {
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

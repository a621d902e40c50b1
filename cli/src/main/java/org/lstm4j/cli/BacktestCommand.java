package org.lstm4j.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.backtest.Backtest;
import org.lstm4j.forecast.backtest.BacktestMethod;
import org.lstm4j.forecast.backtest.BacktestResult;
import org.lstm4j.forecast.backtest.BacktestSettings;
import org.lstm4j.forecast.backtest.WindowMethod;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Judges a forecaster of DATA at several moments of the past, each time knowing only what was known then.
final class BacktestCommand implements Command {

    @Parameters(paramLabel = "DATA", arity = "0..1", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Mixin
    final BacktestOptions backtestOptions = new BacktestOptions();

    @Mixin
    final ModelOptions modelOptions = new ModelOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public String example() {
        return "backtest sales.csv --target sales --horizon 12 --windows 10 --refit each";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        long begun = System.nanoTime();
        dataOptions.requireOneSource(data);
        KindOptions.require(modelOptions.model, new GivenOptions(spec));
        if (new GivenOptions(spec).has("--test")) {
            console.message("--test counts for nothing here: the windows are what the model is judged on");
        }
        Dataset dataset = new DataInput(dataOptions, System.in).read(data, console);
        BacktestMethod method = method(dataset, options.seed);
        BacktestSettings plan = backtestOptions.settings(method.horizon());
        try (Compute compute = Compute.withThreads(options.threads())) {
            BacktestResult result = run(dataset, new Backtest(method, plan, compute), console);
            print(result, console);
            result.trainings().stream().flatMap(training -> training.divergence().stream()).findFirst()
                    .ifPresent(diverged -> {
                        throw diverged;
                    });
            double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
            console.print(new BacktestJson(dataset, result).of(seconds));
        }
        return ExitCode.OK;
    }

    private BacktestMethod method(Dataset dataset, long seed) {
        return switch (modelOptions.model) {
            case AUTO, DIRECT, SEGMENT -> new WindowMethod(
                    new ModelSettings(modelOptions).withoutTest(dataset, dataOptions, seed));
            case ESRNN, DEEPAR -> new GlobalModelSettings(modelOptions).withoutTest(dataset, dataOptions, seed);
        };
    }

    private static void print(BacktestResult result, Console console) {
        BacktestTable.lines(result).forEach(console::print);
        MetricsTable.lines(result.pooled()).forEach(console::print);
        String owa = BacktestTable.owa(result);
        if (!owa.isEmpty()) {
            console.print(owa);
        }
        console.printSentence(result.verdict());
    }

    private static BacktestResult run(Dataset dataset, Backtest backtest, Console console) {
        try (BacktestProgress progress = new BacktestProgress(backtest, dataset.series().size(), console)) {
            return backtest.run(dataset.series(), progress);
        }
    }
}

package org.lstm4j.cli;

import java.util.List;
import java.util.function.Supplier;

/// The commands, in the order in which help lists them.
final class Commands {

    /// @param name what is typed after `lstm4j`
    /// @param summary what it does, in a line
    /// @param command makes the command; called only when its name is on the command line, since reading the options
    ///     of all commands would take longer than everything else at start
    record Entry(String name, String summary, Supplier<Command> command) {}

    static final List<Entry> ALL = List.of(
            new Entry("demo", "The main job on bundled real data: train, judge, forecast, report.", DemoCommand::new),
            new Entry("chapter", "The tutorial's own example: an LSTM learns to add up ten numbers.",
                    ChapterCommand::new),
            new Entry("prepare", "Say what was read and what is wrong with it; write the cleaned series.",
                    PrepareCommand::new),
            new Entry("train", "Train a forecaster and judge it beside the baselines.", TrainCommand::new),
            new Entry("evaluate", "Judge a model on data beside the baselines.", EvaluateCommand::new),
            new Entry("forecast", "Foretell the steps after the data.", ForecastCommand::new),
            new Entry("backtest", "Judge a forecaster at several moments of the past beside every baseline.",
                    BacktestCommand::new),
            new Entry("tune", "Search for settings by rolling validation; resume a study.", TuneCommand::new),
            new Entry("accuracy", "Run published protocols: ours beside the published rows.", AccuracyCommand::new),
            new Entry("runs", "Compare the training runs that train --study has kept.", RunsCommand::new),
            new Entry("update", "Go on training on new rows; the old model stays where it is better.",
                    UpdateCommand::new),
            new Entry("explain", "Say what forecasts depend on, by column and lag, and what gates do.",
                    ExplainCommand::new),
            new Entry("inspect", "Say what is in a model file, ours or another's.", InspectCommand::new),
            new Entry("import", "Make a model file of a model of PyTorch, Keras or ONNX.", ImportCommand::new),
            new Entry("export", "Write the network of a model for PyTorch, Keras, ONNX or as plain Java.",
                    ExportCommand::new),
            new Entry("verify", "Compare what a model says with what another framework said.", VerifyCommand::new),
            new Entry("bench", "Time training and inference: CSV lines, then a table of ratios.", BenchCommand::new),
            new Entry(CompletionCommand.NAME, "Print the completion script for a shell: bash or zsh.",
                    CompletionCommand::new));

    private Commands() {}
}

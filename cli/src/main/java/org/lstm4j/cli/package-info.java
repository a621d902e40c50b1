/// The `lstm4j` command: options, messages, progress and exit codes around the
/// libraries, which print nothing themselves.
///
/// A [Command] is a class with picocli options; [Commands] lists them; [Lstm4j]
/// parses, runs one and turns whatever goes wrong into a message and an
/// [ExitCode].
///
/// To add a command, write a class and put it into [Commands], where the
/// contract has it:
///
/// ```java
/// final class TrainCommand implements Command {
///     @Parameters(paramLabel = "DATA", arity = "0..1", description = DataOptions.DATA)
///     @Nullable String data;
///     @Mixin final DataOptions dataOptions = new DataOptions();
///     @Mixin final ModelOptions modelOptions = new ModelOptions();
///     public String example() { return "train sales.csv --target demand --horizon 24 --out sales.lstm4j"; }
///     public ExitCode run(Console console, GlobalOptions options) {
///         dataOptions.requireOneSource(data);
///         try (ProgressReporter progress = console.progress(epochs, batchSize)) {
///             …                            // an Lstm4jException is the way to fail
///         }
///         console.print(table);            // dropped with --json
///         console.print(result.toJson());  // dropped without
///         return ExitCode.OK;
///     }
/// }
/// ```
///
/// The launcher gives every command the vector module, unless its `is_brief`
/// names it.
@NullMarked
package org.lstm4j.cli;

import org.jspecify.annotations.NullMarked;

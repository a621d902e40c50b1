package org.lstm4j.cli;

import java.io.IOException;

/// One command of the command line: a class whose fields are its options, by
/// picocli's annotations, listed in [Commands].
///
/// A command holds nothing but its options until it runs; everything it needs to
/// run is handed to it. It reports errors by throwing, never by printing.
interface Command {

    /// A line a reader can paste, without the leading `lstm4j`: help begins with
    /// it.
    String example();

    /// Does the work.
    ///
    /// @param console where results and messages go
    /// @param options the options that every command has
    /// @return [ExitCode#OK], or the code of an answer that is no error but not yes
    /// either
    /// @throws IOException when a file or stream fails; [Failure] names it
    /// @throws InterruptedException when the thread was asked to stop
    ExitCode run(Console console, GlobalOptions options) throws IOException, InterruptedException;
}

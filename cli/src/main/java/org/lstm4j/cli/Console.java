package org.lstm4j.cli;

import java.io.IOException;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// Where a command says things: results on stdout, everything else on stderr.
///
/// With `--json` stdout carries exactly one object. A command gives its result
/// both ways, as text and as JSON, and the form that was not asked for is
/// dropped. Safe to use from several threads.
final class Console {

    /// What the operating system says on every platform we know.
    private static final String BROKEN_PIPE = "Broken pipe";

    private final StandardStreams streams;
    private final Terminal terminal;
    private final GlobalOptions options;
    private boolean answered;

    /// @param options read whenever something is said, so they may be filled in later
    Console(StandardStreams streams, Terminal terminal, GlobalOptions options) {
        this.streams = streams;
        this.terminal = terminal;
        this.options = options;
    }

    /// Whether the result is wanted as JSON.
    boolean json() {
        return options.json;
    }

    Terminal terminal() {
        return terminal;
    }

    /// A line, or lines, of the result as text; nothing with `--json`.
    void print(String lines) {
        if (options.json) {
            return;
        }
        if (terminal.outColumns() == 0) {
            streams.out().println(lines);
        } else {
            // on the same screen as the messages, so in order with them
            streams.status().clear();
            streams.out().println(lines);
            streams.out().flush();
        }
    }

    /// The result as JSON; nothing without `--json`.
    ///
    /// @throws IllegalStateException when there was one already
    synchronized void print(JsonObject result) {
        if (!options.json) {
            return;
        }
        if (answered) {
            throw new IllegalStateException("a command gives one JSON object, and this is its second");
        }
        answered = true;
        streams.out().println(Json.write(result));
    }

    /// A line for whoever watches; nothing with `-q`.
    void message(String line) {
        if (!options.quiet) {
            streams.err().println(line);
        }
    }

    /// A sentence for whoever watches, broken into lines that fit the screen; nothing with `-q`.
    void tell(String sentence) {
        message(Paragraph.of(sentence, terminal.errColumns()));
    }

    /// A sentence of the result as text, broken into lines that fit the screen; nothing with `--json`.
    void printSentence(String sentence) {
        print(Paragraph.of(sentence, terminal.outColumns()));
    }

    /// Whether a line can stand at the bottom and be replaced: stderr is a terminal
    /// and nobody asked for quiet.
    boolean hasStatusLine() {
        return terminal.controlsErr() && !options.quiet;
    }

    /// Characters that fit into that line.
    int statusColumns() {
        return terminal.errColumns() - 1;
    }

    /// Replaces the line at the bottom, cut to the width of the terminal; nothing
    /// where there is no such line.
    void status(String line) {
        if (hasStatusLine()) {
            streams.status().show(line.substring(0, Math.min(line.length(), statusColumns())));
        }
    }

    /// Leaves the line at the bottom as it is and goes on below it.
    void keepStatus() {
        streams.status().keep();
    }

    /// Starts to show how a training goes.
    ///
    /// @param epochs epochs there will be at most
    /// @param batchSize samples in a batch
    ProgressReporter progress(int epochs, int batchSize) {
        return new ProgressReporter(this, System::nanoTime, epochs, batchSize);
    }

    /// Makes sure that results have reached their reader.
    ///
    /// @return the code, or [ExitCode#STORAGE] when they have not. A reader who left
    /// early, as `head` does, gets no complaint
    ExitCode finish(ExitCode code) {
        streams.out().flush();
        IOException failure = streams.results().failure();
        if (failure == null) {
            return code;
        }
        if (!BROKEN_PIPE.equals(failure.getMessage())) {
            streams.err().println("lstm4j: the results cannot be written to stdout: " + failure.getMessage()
                    + "; check where it leads and the free space there");
        }
        return ExitCode.STORAGE;
    }

    /// Says what went wrong, as JSON on stdout or as text on stderr; with `-v` the
    /// stack trace too.
    ExitCode report(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        keepStatus();
        if (options.json && !answered) {
            print(failure.toJson());
        } else {
            streams.out().flush();
            streams.err().println("lstm4j: " + failure.problem().message());
        }
        if (options.stackTraces() && failure.code() != ExitCode.USAGE) {
            thrown.printStackTrace(streams.err());
        }
        return failure.code();
    }

    /// Says what went wrong in a part of the work while the rest goes on, even with `-q`; with `-v` the stack trace too.
    ///
    /// @param what what it happened to, as the beginning of a sentence
    void complain(String what, Throwable thrown) {
        keepStatus();
        streams.err().println("lstm4j: " + what + ": " + Failure.of(thrown).problem().message());
        if (options.stackTraces()) {
            thrown.printStackTrace(streams.err());
        }
    }

    /// The last thing before the process ends, by its own will or by a signal.
    void close() {
        streams.out().flush();
        streams.status().end();
        LauncherFilter.drain();
    }
}

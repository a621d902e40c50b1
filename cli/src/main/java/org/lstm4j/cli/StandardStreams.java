package org.lstm4j.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Stdout and stderr, both in UTF-8 whatever the locale says: stdout buffered,
/// since it may carry millions of rows, stderr line by line.
///
/// @param out results
/// @param results what `out` writes to; it remembers the first failure, which a PrintStream swallows
/// @param err messages
/// @param status what `err` writes to
record StandardStreams(PrintStream out, RememberingStream results, PrintStream err, StatusStream status) {

    static StandardStreams of(OutputStream stdout, OutputStream stderr) {
        var results = new RememberingStream(stdout);
        var status = new StatusStream(stderr);
        return new StandardStreams(
                new PrintStream(new BufferedOutputStream(results, 1 << 16), false, StandardCharsets.UTF_8), results,
                new PrintStream(new BufferedOutputStream(status), true, StandardCharsets.UTF_8), status);
    }

    static StandardStreams ofProcess() {
        return of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }
}

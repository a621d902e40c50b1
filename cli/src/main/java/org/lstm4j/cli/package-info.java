/// The `lstm4j` command: options, messages, progress and exit codes around the
/// libraries, which print nothing themselves.
///
/// A [Command] is a class with picocli options; [Commands] lists them; [Lstm4j]
/// parses, runs one and turns whatever goes wrong into a message and an
/// [ExitCode].
@NullMarked
package org.lstm4j.cli;

import org.jspecify.annotations.NullMarked;

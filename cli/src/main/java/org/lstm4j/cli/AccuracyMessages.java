package org.lstm4j.cli;

import org.lstm4j.cli.accuracy.AccuracyListener;

/// Tells whoever watches how protocols go.
///
/// @param console where it is told
record AccuracyMessages(Console console) implements AccuracyListener {

    @Override
    public void progress(String line) {
        console.message(line);
    }

    @Override
    public void failed(String what, RuntimeException cause) {
        console.complain(what + " failed", cause);
    }
}

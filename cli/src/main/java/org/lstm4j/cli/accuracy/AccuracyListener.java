package org.lstm4j.cli.accuracy;

/// Hears how protocols go.
public interface AccuracyListener {

    /// What is being done, in a line.
    void progress(String line);

    /// That something failed, while the others go on.
    void failed(String what, RuntimeException cause);
}

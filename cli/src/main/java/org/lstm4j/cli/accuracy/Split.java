package org.lstm4j.cli.accuracy;

/// How many steps of a series are used, and how many of these validate and test; all before them train.
///
/// @param used steps from the first on; later ones are not looked at
/// @param validation steps before the test part
/// @param test the last steps that are used
public record Split(int used, int validation, int test) {

    /// The step after the training part.
    public int trainEnd() {
        return used - test - validation;
    }

    /// The first step of the test part.
    public int testStart() {
        return used - test;
    }
}

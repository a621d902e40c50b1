package org.lstm4j.cli.accuracy;

/// How far the methods that learn look back: the same for all of them.
///
/// 336 steps, two weeks of hours as in the long-horizon comparisons; where training parts are short, as much as leaves half of the
/// median one for windows.
final class Lookback {

    private static final int USUAL = 336;

    private Lookback() {}

    static int of(Task task) {
        int room = Math.max(1, (task.trainingSteps() - task.protocol().horizon()) / 2);
        return Math.min(USUAL, room);
    }
}

package org.lstm4j.cli.accuracy;

import java.util.Optional;

/// The limit of methods that take long for each window.
final class ManyWindows {

    /// Windows that are few.
    static final int FEW = 500;

    private ManyWindows() {}

    /// Why a method is left out that can bear only so many windows.
    static Optional<String> reasonAgainst(Task task, int mostWindows) {
        return task.windows().size() <= mostWindows
                ? Optional.empty()
                : Optional.of("too slow for more than " + mostWindows + " windows");
    }
}

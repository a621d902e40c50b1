package org.lstm4j.compute;

import java.time.Duration;

/// How long to wait for the compiler, from the moment it is made.
final class Patience {

    private final long end;

    Patience(Duration duration) {
        end = System.nanoTime() + duration.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}

package planted.org.lstm4j.nn;

import java.time.Clock;
import java.time.Instant;

/// Offends on purpose: a result would tell when it was made.
public final class ReadsTheClock {

    Instant created() {
        return Instant.now();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    long seed() {
        return System.nanoTime() ^ System.currentTimeMillis();
    }
}

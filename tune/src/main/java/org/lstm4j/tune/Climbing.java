package org.lstm4j.tune;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.lstm4j.tune.ClimbEvent.Broken;
import org.lstm4j.tune.ClimbEvent.Found;
import org.lstm4j.tune.ClimbEvent.Over;

/// Several climbs at once, each on one thread, begun in their order.
///
/// Results are handed to the caller's thread as they come. When that one fails, is interrupted, or a climb throws, the other climbs are
/// told that time is up, are interrupted, and are waited for.
final class Climbing {

    private static final double NANOSECONDS = 1e9;

    private final Objective objective;
    private final Deadline deadline;
    private final BlockingQueue<ClimbEvent> events = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    private Climbing(Objective objective, Deadline deadline) {
        this.objective = objective;
        this.deadline = deadline;
    }

    /// Returns when all climbs are over.
    ///
    /// @param workers how many threads there are
    /// @throws InterruptedException when the caller's thread was asked to stop
    static void run(List<Climb> climbs, int workers, Objective objective, Deadline deadline, Consumer<Found> listener)
            throws InterruptedException {
        if (!climbs.isEmpty()) {
            new Climbing(objective, deadline).run(climbs, Math.min(workers, climbs.size()), listener);
        }
    }

    private void run(List<Climb> climbs, int workers, Consumer<Found> listener) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().name("trial-", 1).daemon().factory());
        try {
            climbs.forEach(climb -> threads.execute(() -> climb(climb)));
            listen(climbs.size(), listener);
        } finally {
            stopped = true;
            threads.shutdownNow();
            threads.close();
        }
    }

    private void listen(int climbs, Consumer<Found> listener) throws InterruptedException {
        int over = 0;
        while (over < climbs) {
            switch (events.take()) {
                case Found found -> listener.accept(found);
                case Over _ -> over++;
                case Broken(RuntimeException cause) -> throw cause;
                case Broken(Error cause) -> throw cause;
                case Broken(Throwable cause) -> throw new IllegalStateException("an objective failed", cause);
            }
        }
    }

    private void climb(Climb climb) {
        try {
            boolean goesOn = true;
            for (int rung = climb.from(); goesOn && rung <= climb.to(); rung++) {
                goesOn = evaluate(climb.trial(), rung);
            }
            events.add(new Over());
        } catch (RuntimeException | Error cause) {
            stopped = true;
            events.add(new Broken(cause));
        }
    }

    /// Whether there is a score to go on with.
    private boolean evaluate(Trial trial, int rung) {
        if (timeIsUp()) {
            return false;
        }
        long begin = System.nanoTime();
        Optional<Score> score = objective.evaluate(trial, rung, this::timeIsUp);
        if (score.isEmpty()) {
            return false;
        }
        double seconds = (System.nanoTime() - begin) / NANOSECONDS;
        events.add(new Found(trial, new RungResult(trial.number(), rung, score.get(), seconds)));
        return !score.get().failed();
    }

    private boolean timeIsUp() {
        return stopped || deadline.passed();
    }
}

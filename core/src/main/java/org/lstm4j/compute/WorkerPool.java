package org.lstm4j.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A small fixed pool of platform threads that run the pieces of one task at a time.
///
/// Pieces are claimed one by one, the caller's thread claims too, and [#run] returns when all are done. Waiting threads spin
/// for some microseconds, because the next task of a training step usually comes at once, and then park, so that an idle
/// pool costs nothing and a busy neighbour gets the core. While one caller runs a task, another's task runs on its own
/// thread alone. Running a task allocates nothing.
public final class WorkerPool implements AutoCloseable {

    /// A task in pieces that do not depend on each other.
    @FunctionalInterface
    public interface Task {
        void run(int piece);
    }

    private static final int SPINS = 2_000;
    private static final long NUMBER_MASK = 0xffffffffL;
    private static final Task NOTHING = piece -> {};

    private final Worker[] workers;
    private final boolean endless;
    private final ReentrantLock oneTask = new ReentrantLock();
    /// Task number in the upper half, pieces not yet claimed in the lower: one compare-and-set claims a piece of the right task,
    /// and a thread that comes late finds nothing left, whatever task is being set up meanwhile.
    private final AtomicLong claims = new AtomicLong();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile Task task = NOTHING;
    private volatile @Nullable Thread caller;
    private volatile boolean closed;

    /// @param threads how many threads work on a task, the caller's included; at least 1
    /// @throws IllegalArgumentException when there is none
    public WorkerPool(int threads) {
        this(threads, false);
    }

    private WorkerPool(int threads, boolean endless) {
        this.endless = endless;
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
        }
        workers = new Worker[threads - 1];
        for (int index = 0; index < workers.length; index++) {
            workers[index] = new Worker(index + 1);
            workers[index].start();
        }
    }

    /// A pool for the whole JVM, on which [#close] has no effect: a caller who tidies up would slow down all others.
    static WorkerPool endless(int threads) {
        return new WorkerPool(threads, true);
    }

    /// How many threads work on a task, the caller's included.
    public int threads() {
        return workers.length + 1;
    }

    /// Runs all pieces and returns when they are done. What a piece throws is thrown here, the first of several.
    public void run(Task work, int count) {
        if (workers.length == 0 || count < 2 || oneTask.isHeldByCurrentThread() || !oneTask.tryLock()) {
            for (int piece = 0; piece < count; piece++) {
                work.run(piece);
            }
            return;
        }
        try {
            runShared(work, count);
        } finally {
            oneTask.unlock();
        }
    }

    /// Ends the threads of the pool, each after the piece it is at. Tasks run on their callers' threads alone from then on.
    /// Closing again does nothing.
    @Override
    public void close() {
        closed = !endless;
        for (Worker worker : workers) {
            LockSupport.unpark(worker);
        }
    }

    private void runShared(Task work, int count) {
        task = work;
        caller = Thread.currentThread();
        unfinished.set(count);
        long number = ((claims.get() >>> 32) + 1) & NUMBER_MASK;
        claims.set(number << 32 | count);
        for (Worker worker : workers) {
            worker.wake();
        }
        claimPieces(number);
        for (int spin = 0; unfinished.get() != 0; spin++) {
            if (spin < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
        task = NOTHING;
        Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void claimPieces(long number) {
        while (true) {
            long claim = claims.get();
            int left = (int) claim;
            if (claim >>> 32 != number || left == 0) {
                return;
            }
            if (claims.compareAndSet(claim, claim - 1)) {
                runPiece(left - 1);
            }
        }
    }

    // a failure of any kind must reach the caller, or it would wait for ever
    private void runPiece(int piece) {
        try {
            task.run(piece);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private final class Worker extends Thread {

        private volatile boolean parked;

        Worker(int number) {
            super("lstm4j-worker-" + number);
            setDaemon(true);
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            long seen = 0;
            while (!closed) {
                seen = awaitTask(seen);
                claimPieces(seen);
            }
        }

        private long awaitTask(long seen) {
            for (int spin = 0; !closed; spin++) {
                long number = claims.get() >>> 32;
                if (number != seen) {
                    return number;
                }
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    park(seen);
                }
            }
            return seen;
        }

        private void park(long seen) {
            parked = true;
            if (claims.get() >>> 32 == seen && !closed) {
                LockSupport.park(WorkerPool.this);
            }
            parked = false;
        }
    }
}

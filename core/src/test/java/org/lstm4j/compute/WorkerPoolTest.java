package org.lstm4j.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WorkerPoolTest {

    /// Tasks of changing size in quick succession: a worker that comes late for one must not touch the next.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void runsEveryPieceOfEveryTaskOnce(int threads) {
        try (WorkerPool pool = new WorkerPool(threads)) {
            for (int round = 0; round < 20_000; round++) {
                int count = round % 7;
                AtomicIntegerArray runs = new AtomicIntegerArray(8);
                pool.run(runs::incrementAndGet, count);
                for (int piece = 0; piece < runs.length(); piece++) {
                    assertThat(runs.get(piece)).isEqualTo(piece < count ? 1 : 0);
                }
            }
        }
    }

    @Test
    void throwsWhatAPieceThrowsAndGoesOnWorking() {
        try (WorkerPool pool = new WorkerPool(3)) {
            assertThatThrownBy(() -> pool.run(piece -> {
                if (piece == 2) {
                    throw new IllegalStateException("piece 2");
                }
            }, 5)).isInstanceOf(IllegalStateException.class).hasMessage("piece 2");
            AtomicIntegerArray runs = new AtomicIntegerArray(5);
            pool.run(runs::incrementAndGet, 5);
            assertThat(runs.toString()).isEqualTo("[1, 1, 1, 1, 1]");
        }
    }

    @Test
    void runsATaskInsideATask() {
        try (WorkerPool pool = new WorkerPool(2)) {
            AtomicIntegerArray runs = new AtomicIntegerArray(4);
            pool.run(outer -> pool.run(inner -> runs.incrementAndGet(2 * outer + inner), 2), 2);
            assertThat(runs.toString()).isEqualTo("[1, 1, 1, 1]");
        }
    }

    @Test
    void throwsWhatAnotherThreadThrewWhenTheCallerIsInterrupted() {
        try (WorkerPool pool = new WorkerPool(2)) {
            CountDownLatch bothRun = new CountDownLatch(2);
            Thread caller = Thread.currentThread();
            caller.interrupt();
            assertThatThrownBy(() -> pool.run(piece -> {
                bothRun.countDown();
                if (Thread.currentThread() != caller) {
                    throw new OutOfMemoryError("in a worker");
                }
                while (bothRun.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }, 2)).isInstanceOf(OutOfMemoryError.class).hasMessage("in a worker");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void worksOnTheCallersThreadAfterBeingClosedTwice() {
        WorkerPool pool = new WorkerPool(3);
        pool.close();
        pool.close();
        AtomicIntegerArray runs = new AtomicIntegerArray(5);
        pool.run(runs::incrementAndGet, 5);
        assertThat(runs.toString()).isEqualTo("[1, 1, 1, 1, 1]");
    }

    /// Two callers at once: one has the threads, the other works alone.
    @Test
    void servesTwoCallersAtOnce() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(2)) {
            AtomicInteger runs = new AtomicInteger();
            Runnable caller = () -> {
                for (int round = 0; round < 2_000; round++) {
                    pool.run(piece -> runs.incrementAndGet(), 3);
                }
            };
            Thread other = new Thread(caller);
            other.start();
            caller.run();
            other.join();
            assertThat(runs).hasValue(2 * 2_000 * 3);
        }
    }

    @Test
    void noneCanCloseThePoolOfTheWholeJvm() {
        WorkerPool pool = WorkerPool.endless(2);
        pool.close();
        CountDownLatch together = new CountDownLatch(2);
        pool.run(piece -> {
            together.countDown();
            while (together.getCount() > 0) { // for ever on one thread
                Thread.onSpinWait();
            }
        }, 2);
        assertThat(together.getCount()).isZero();
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new WorkerPool(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be at least 1, but was 0");
    }
}

package org.lstm4j.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
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
}

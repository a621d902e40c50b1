package org.lstm4j.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StarterWaitTest {

    private static final int MUCH = 1_000_000;

    private final StarterWait wait = new StarterWait();
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void letsLittleWorkThrough() {
        for (int call = 0; call < 10; call++) {
            wait.before(1, 1000);
        }
    }

    @Test
    void holdsMuchWorkUntilTheEnd() throws InterruptedException {
        Thread worker = startWork();
        while (worker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(done.getCount()).isOne();
        wait.end();
        done.await();
    }

    @Test
    void losesItsPatience() throws InterruptedException {
        startWork();
        done.await();
    }

    @Test
    void letsAnInterruptedThreadGoOnInterrupted() {
        Thread.currentThread().interrupt();
        wait.before(1, MUCH);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void holdsNobodyAfterTheEnd() {
        wait.end();
        wait.before(MUCH, 1000);
    }

    private Thread startWork() {
        return Thread.ofPlatform().daemon().start(() -> {
            wait.before(1, MUCH);
            done.countDown();
        });
    }
}

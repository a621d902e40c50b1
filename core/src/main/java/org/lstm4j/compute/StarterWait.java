package org.lstm4j.compute;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Lets plain loops do a little work while starter kernels are compiled, then has their callers wait.
///
/// Whoever has little to do is done before the kernels are. Whoever has more is better off waiting: plain loops are ten times
/// slower, and compiling them keeps the compiler from the kernels.
final class StarterWait {

    /// Multiply-adds of 64 columns: what a step of the chapter's model needs, some hundredths of a second on plain loops.
    private static final long WORK_BEFORE_WAITING = 250_000;
    /// Later than that the compiler is not coming.
    private static final long PATIENCE_MILLIS = 2_500;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong work = new AtomicLong();

    /// Called before each product, of `count` numbers for each of `rows` rows.
    void before(int rows, int count) {
        if (end.getCount() > 0 && work.addAndGet((long) rows * count) > WORK_BEFORE_WAITING) {
            await();
        }
    }

    /// Nobody waits any more, now or later.
    void end() {
        end.countDown();
    }

    private void await() {
        try {
            if (!end.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                end();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever asked for it looks at that; the plain loops go on
        }
    }
}

package org.lstm4j.compute;

import java.time.Duration;
import org.lstm4j.kernels.CompressedProducts;
import org.lstm4j.kernels.LstmKernels;

/// Runs kernels on a small made-up step until the compiler is done with them: they allocate nothing any more.
///
/// The step is run with numbers of rows that need tiles of six, four, two and one, and has loops just long enough for the
/// compiler to unroll as it would in a real one: what is not compiled yet is slow, and takes the processor from the compiler.
final class KernelWarmUp {

    /// 6 + 4 + 1
    private static final int MOST_ROWS = 11;
    /// The second is 2 + 1.
    private static final int[] ROW_COUNTS = {MOST_ROWS, 3};
    private static final int UNITS_IN_ALL = 32;
    private static final int QUIET_ROUNDS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 100;

    private final MadeUpStep step = new MadeUpStep(MOST_ROWS, UNITS_IN_ALL);
    private final Allocations allocations = new Allocations();

    /// Returns when a good number of rounds in a row allocated nothing. After some seconds of trying it only looks now and then:
    /// the compiler is busy, or this JVM has none that is good enough.
    ///
    /// @throws InterruptedException when the thread was asked to stop
    void run(LstmKernels kernels) throws InterruptedException {
        repeat(() -> {
            for (int rows : ROW_COUNTS) {
                step.preActivations(kernels.products(), rows);
                step.gatesForward(kernels.gates(), rows);
                step.gatesBackward(kernels.gates(), rows);
                step.accumulate(kernels.products(), rows);
            }
            step.addRow(kernels.products());
            step.accumulateWeightGradient(kernels.products());
        });
    }

    /// The same for products with compressed weights, which only some programs need.
    ///
    /// @throws InterruptedException when the thread was asked to stop
    void run(CompressedProducts products) throws InterruptedException {
        repeat(() -> step.compressedProducts(products));
    }

    private void repeat(Runnable round) throws InterruptedException {
        Patience patience = new Patience(PATIENCE);
        int quiet = 0;
        while (quiet < QUIET_ROUNDS) {
            quiet = allocations.none(round) ? quiet + 1 : 0;
            if (quiet == 0 && patience.isOver()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}

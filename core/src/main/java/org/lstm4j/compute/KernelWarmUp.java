package org.lstm4j.compute;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;

/// Runs kernels on a small made-up step until the compiler is done with them.
///
/// That shows in what they allocate: before they are compiled every vector is an object on the heap, afterwards none is. The
/// step is run with numbers of rows that need tiles of six, four, two and one, and has loops long enough for the compiler to
/// unroll as it would in a real one.
final class KernelWarmUp {

    /// 4 · 6 + 4 + 1
    private static final int MOST_ROWS = 29;
    /// The second is 4 · 6 + 2 + 1, or 6 · 4 + 2 + 1.
    private static final int[] ROW_COUNTS = {MOST_ROWS, 27};
    private static final int INPUTS = 7;
    private static final int UNITS_IN_ALL = 64;
    private static final int QUARTER = GatePanels.forwardQuarter(INPUTS, UNITS_IN_ALL);
    private static final int QUIET_ROUNDS = 200;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long PAUSE_MILLIS = 100;

    private final LstmKernels kernels;
    private final int blocks = GatePanels.blocks(UNITS_IN_ALL);
    private final float[] panel = new float[GatePanels.forwardSize(INPUTS, UNITS_IN_ALL)];
    private final int[] compressed = new int[2 * UNITS_IN_ALL * UNITS];
    private final float[] transposed = new float[GatePanels.transposedSize(UNITS_IN_ALL, UNITS_IN_ALL)];
    private final float[] read = new float[MOST_ROWS * (INPUTS + UNITS_IN_ALL)];
    private final float[] hidden = new float[MOST_ROWS * UNITS_IN_ALL];
    private final float[] columns = new float[UNITS_IN_ALL * MOST_ROWS];
    private final float[] gates = new float[blocks * MOST_ROWS * WIDTH];
    private final float[] cell = new float[MOST_ROWS * UNITS];
    private final float[] cellTanh = new float[MOST_ROWS * UNITS];
    private final float[] gradient = new float[MOST_ROWS * WIDTH];
    private final float[] weightGradient = new float[UNITS_IN_ALL * WIDTH];
    private final float[] sums = new float[WIDTH];

    KernelWarmUp(LstmKernels kernels) {
        this.kernels = kernels;
    }

    /// Returns when a good number of rounds in a row allocated nothing. After some seconds of trying it only looks now and then:
    /// the compiler is busy, or this JVM has none that is good enough.
    ///
    /// @throws InterruptedException when the thread was asked to stop
    void run() throws InterruptedException {
        repeat(() -> {
            for (int rows : ROW_COUNTS) {
                round(rows);
            }
        });
    }

    /// The same for products with compressed weights, which only some programs need.
    ///
    /// @throws InterruptedException when the thread was asked to stop
    void runCompressed() throws InterruptedException {
        repeat(() -> {
            kernels.compressed().accumulateBfloat16(
                    UNITS_IN_ALL, hidden, 0, compressed, 0, UNITS_IN_ALL * UNITS, gates, 0);
            kernels.compressed().accumulateInt8(UNITS_IN_ALL, hidden, 0, compressed, 0, gates, 0);
        });
    }

    private static void repeat(Runnable round) throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long patienceEnds = System.nanoTime() + PATIENCE_NANOS;
        int quiet = 0;
        while (quiet < QUIET_ROUNDS) {
            long before = threads.getCurrentThreadAllocatedBytes();
            round.run();
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
            if (quiet == 0 && System.nanoTime() > patienceEnds) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void round(int rows) {
        kernels.products().preActivations(
                rows, panel, 0, QUARTER, INPUTS + UNITS_IN_ALL, read, 0, INPUTS + UNITS_IN_ALL, gates, 0);
        kernels.products().accumulate(
                rows, UNITS_IN_ALL, hidden, 0, UNITS_IN_ALL, panel, UNITS, QUARTER, gates, 0, WIDTH);
        kernels.products().accumulate(
                1, UNITS_IN_ALL, hidden, 0, UNITS_IN_ALL, panel, UNITS, QUARTER, gates, 0, WIDTH);
        kernels.gates().forward(rows, gates, 0, cell, 0, cell, 0, cellTanh, 0, hidden, 0, UNITS_IN_ALL);
        kernels.gates().backward(rows, gates, 0, cell, 0, cellTanh, 0, gradient, 0, WIDTH, cell, 0);
        kernels.products().accumulateThroughWeights(
                rows, blocks, gates, 0, MOST_ROWS * WIDTH, transposed, 0,
                GatePanels.transposedQuarter(UNITS_IN_ALL), gradient, 0, WIDTH);
        kernels.products().accumulateWeightGradient(
                UNITS_IN_ALL - 1, rows, columns, 0, MOST_ROWS, gates, 0, MOST_ROWS * UNITS, weightGradient, 0,
                sums);
    }
}

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
/// step has rows enough for tiles of four, two and one, and loops long enough for the compiler to unroll as it would in a real
/// one.
final class KernelWarmUp {

    private static final int ROWS = 31;
    private static final int INPUTS = 7;
    private static final int UNITS_IN_ALL = 64;
    private static final int QUIET_ROUNDS = 200;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long PAUSE_MILLIS = 100;

    private final LstmKernels kernels;
    private final int blocks = GatePanels.blocks(UNITS_IN_ALL);
    private final float[] panel = new float[GatePanels.forwardSize(INPUTS, UNITS_IN_ALL)];
    private final float[] transposed = new float[GatePanels.transposedSize(UNITS_IN_ALL, UNITS_IN_ALL)];
    private final float[] inputs = new float[ROWS * INPUTS];
    private final float[] hidden = new float[ROWS * UNITS_IN_ALL];
    private final float[] tiles = new float[ROWS * UNITS_IN_ALL];
    private final float[] gates = new float[blocks * ROWS * WIDTH];
    private final float[] cell = new float[ROWS * UNITS];
    private final float[] cellTanh = new float[ROWS * UNITS];
    private final float[] gradient = new float[ROWS * WIDTH];
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
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long patienceEnds = System.nanoTime() + PATIENCE_NANOS;
        int quiet = 0;
        while (quiet < QUIET_ROUNDS) {
            long before = threads.getCurrentThreadAllocatedBytes();
            round();
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
            if (quiet == 0 && System.nanoTime() > patienceEnds) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void round() {
        kernels.products().preActivations(
                ROWS, panel, 0, INPUTS, inputs, 0, INPUTS, UNITS_IN_ALL, hidden, 0, UNITS_IN_ALL, gates, 0);
        kernels.gates().forward(ROWS, gates, 0, cell, 0, cell, 0, cellTanh, 0, hidden, 0, UNITS_IN_ALL);
        kernels.gates().backward(ROWS, gates, 0, cell, 0, cellTanh, 0, gradient, 0, WIDTH, cell, 0);
        kernels.products().accumulateThroughWeights(
                ROWS, blocks, gates, 0, ROWS * WIDTH, transposed, 0, gradient, 0, WIDTH);
        kernels.products().accumulateWeightGradient(
                UNITS_IN_ALL - 1, 1, ROWS, tiles, 0, 0, ROWS * 4, gates, 0, 0, weightGradient, 0, sums);
        kernels.products().accumulateBiasGradient(1, ROWS, gates, 0, 0, sums, 0, sums);
    }
}

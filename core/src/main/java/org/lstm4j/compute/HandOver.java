package org.lstm4j.compute;

import java.util.concurrent.atomic.AtomicBoolean;
import org.lstm4j.kernels.CompressedProducts;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// Kernels that begin as one implementation and go on as another, between two calls, at any time.
///
/// That is possible because every implementation has the same layout and gives the same bytes. It pays because Vector API code
/// is slow until it is compiled (the first training steps box every vector), while plain loops are at speed almost at once.
final class HandOver {

    private final LstmKernels next;
    private volatile LstmProducts products;
    private volatile LstmGates gates;
    private volatile CompressedProducts compressed;
    /// Compressed weights are rarely used, and compiling their kernels takes as long as half of the others: they are warmed up
    /// when they are first asked for.
    private final AtomicBoolean compressedStarted;

    private HandOver(LstmKernels first, LstmKernels next, boolean warmsUp) {
        this.next = next;
        compressedStarted = new AtomicBoolean(!warmsUp);
        products = first.products();
        gates = first.gates();
        compressed = first.compressed();
    }

    /// Kernels that are `first` until a thread in the background has warmed up `next`.
    static LstmKernels whenWarm(LstmKernels first, LstmKernels next) {
        HandOver handOver = new HandOver(first, next, true);
        start("lstm4j-warm-up", handOver::warmUpAndHandOver);
        return handOver.kernels();
    }

    /// Kernels that are `first` until [#now] is called.
    static HandOver from(LstmKernels first, LstmKernels next) {
        return new HandOver(first, next, false);
    }

    LstmKernels kernels() {
        return new LstmKernels(next.name(), next.description(), relayedProducts(), relayedGates(), relayedCompressed());
    }

    void now() {
        products = next.products();
        gates = next.gates();
        compressed = next.compressed();
    }

    private void warmUpAndHandOver() {
        try {
            new KernelWarmUp(next).run();
            products = next.products();
            gates = next.gates();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the plain loops go on
        }
    }

    private void warmUpCompressed() {
        try {
            new KernelWarmUp(next).runCompressed();
            compressed = next.compressed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the plain loops go on
        }
    }

    private CompressedProducts compressed() {
        if (compressedStarted.compareAndSet(false, true)) {
            start("lstm4j-warm-up-compressed", this::warmUpCompressed);
        }
        return compressed;
    }

    private static void start(String name, Runnable warmUp) {
        Thread thread = new Thread(warmUp, name);
        thread.setDaemon(true);
        thread.start();
    }

    private LstmProducts relayedProducts() {
        return new LstmProducts() {
            @Override
            public void preActivations(
                    int rows, float[] panel, int panelOffset, int quarterStride, int count, float[] read,
                    int readOffset, int readStride, float[] out, int outOffset) {
                products.preActivations(
                        rows, panel, panelOffset, quarterStride, count, read, readOffset, readStride, out, outOffset);
            }

            @Override
            public void accumulate(
                    int rows, int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
                    int quarterStride,
                    float[] sums, int sumsOffset, int sumsStride) {
                products.accumulate(
                        rows, count, a, aOffset, aStride, panel, panelOffset, quarterStride, sums, sumsOffset,
                        sumsStride);
            }

            @Override
            public void accumulateThroughWeights(
                    int rows, int blocks, float[] gateGradients, int gateOffset, int blockStride, float[] panel,
                    int panelOffset, int quarterStride, float[] out, int outOffset, int outStride) {
                products.accumulateThroughWeights(
                        rows, blocks, gateGradients, gateOffset, blockStride, panel, panelOffset, quarterStride, out,
                        outOffset,
                        outStride);
            }

            @Override
            public void accumulateWeightGradient(
                    int columns, int rows, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
                    int quarterStride, float[] out, int outOffset, float[] sums) {
                products.accumulateWeightGradient(columns, rows, a, aOffset, aStride, panel, panelOffset, quarterStride,
                        out, outOffset, sums);
            }
        };
    }

    private LstmGates relayedGates() {
        return new LstmGates() {
            @Override
            public void forward(
                    int rows, float[] sums, int sumsOffset, float[] cellBefore, int cellBeforeOffset, float[] cell,
                    int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden, int hiddenOffset,
                    int hiddenStride) {
                gates.forward(
                        rows, sums, sumsOffset, cellBefore, cellBeforeOffset, cell, cellOffset, cellTanh,
                        cellTanhOffset,
                        hidden, hiddenOffset, hiddenStride);
            }

            @Override
            public void backward(
                    int rows, float[] activated, int gatesOffset, float[] cellBefore, int cellBeforeOffset,
                    float[] cellTanh, int cellTanhOffset, float[] hiddenGradient, int hiddenGradientOffset,
                    int hiddenGradientStride, float[] cellGradient, int cellGradientOffset) {
                gates.backward(
                        rows, activated, gatesOffset, cellBefore, cellBeforeOffset, cellTanh, cellTanhOffset,
                        hiddenGradient, hiddenGradientOffset, hiddenGradientStride, cellGradient, cellGradientOffset);
            }
        };
    }

    private CompressedProducts relayedCompressed() {
        return new CompressedProducts() {
            @Override
            public void accumulateBfloat16(
                    int count, float[] a, int aOffset, int[] pairs, int pairsOffset, int halfStride, float[] sums,
                    int sumsOffset) {
                compressed().accumulateBfloat16(count, a, aOffset, pairs, pairsOffset, halfStride, sums, sumsOffset);
            }

            @Override
            public void accumulateInt8(
                    int count, float[] a, int aOffset, int[] fours, int foursOffset, float[] sums, int sumsOffset) {
                compressed().accumulateInt8(count, a, aOffset, fours, foursOffset, sums, sumsOffset);
            }
        };
    }
}

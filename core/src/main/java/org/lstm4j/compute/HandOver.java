package org.lstm4j.compute;

import java.util.concurrent.atomic.AtomicBoolean;
import org.lstm4j.kernels.CompressedProducts;
import org.lstm4j.kernels.GateActivations;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// Kernels that begin as one implementation and go on as another, between two calls, at any time.
///
/// That is possible because every implementation has the same layout and gives the same bytes. It pays because Vector API code
/// is slow until it is compiled (the first training steps box every vector), and compiling all of it takes two or three
/// seconds. So a program begins on plain loops, which need no compiler to be bearable; goes over to starter kernels,
/// which are compiled in a third of a second and as fast for a small model; and, if it lasts, to the full ones.
final class HandOver {

    /// Most programs that need no more than the starter kernels are done by then.
    private static final long STARTER_MILLIS = 1_000;

    private final LstmKernels last;
    private final StarterWait starterWait = new StarterWait();
    private volatile LstmProducts products;
    private volatile LstmGates gates;
    private volatile GateActivations activations;
    private volatile CompressedProducts compressed;
    /// Compressed weights are rarely used, and compiling their kernels takes as long as half of the others: they are warmed up
    /// when they are first asked for.
    private final AtomicBoolean compressedStarted;

    private HandOver(LstmKernels first, LstmKernels last, boolean warmsUp) {
        this.last = last;
        compressedStarted = new AtomicBoolean(!warmsUp);
        products = first.products();
        gates = first.gates();
        activations = first.activations();
        compressed = first.compressed();
    }

    /// Kernels that are `first` until a thread in the background has warmed up `starter`, then these until it has warmed up
    /// `last`.
    static LstmKernels whenWarm(LstmKernels first, LstmKernels starter, LstmKernels last) {
        HandOver handOver = new HandOver(first, last, true);
        start("lstm4j-warm-up", () -> handOver.warmUp(starter));
        return handOver.kernels();
    }

    /// Kernels that are `first` until [#now] is called.
    static HandOver from(LstmKernels first, LstmKernels last) {
        HandOver handOver = new HandOver(first, last, false);
        handOver.starterWait.end();
        return handOver;
    }

    LstmKernels kernels() {
        return new LstmKernels(last.name(), last.description(), relayedProducts(), relayedGates(),
                relayedActivations(), relayedCompressed());
    }

    void now() {
        goOverTo(last);
        compressed = last.compressed();
    }

    private void goOverTo(LstmKernels next) {
        products = next.products();
        gates = next.gates();
        activations = next.activations();
    }

    private void warmUp(LstmKernels starter) {
        try {
            if (new StarterWarmUp().run(starter)) {
                goOverTo(starter);
            }
            starterWait.end();
            Thread.sleep(STARTER_MILLIS);
            new KernelWarmUp().run(last);
            goOverTo(last);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the kernels of the moment go on
        } finally {
            starterWait.end();
        }
    }

    private void warmUpCompressed() {
        try {
            new KernelWarmUp().run(last.compressed());
            compressed = last.compressed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the plain loops go on
        }
    }

    private LstmProducts products(int rows, int count) {
        starterWait.before(rows, count);
        return products;
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
                    int rows, int count, float[] factors, int factorsOffset, int stripStride, float[] panel,
                    int panelOffset, int panelQuarter, float[] out, int outOffset, int outQuarter) {
                products(rows, count).preActivations(rows, count, factors, factorsOffset, stripStride, panel,
                        panelOffset, panelQuarter, out, outOffset, outQuarter);
            }

            @Override
            public void accumulate(
                    int rows, int count, float[] factors, int factorsOffset, int stripStride, float[] panel,
                    int panelOffset, int panelQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
                products(rows, count).accumulate(rows, count, factors, factorsOffset, stripStride, panel, panelOffset,
                        panelQuarter, sums, sumsOffset, sumsQuarter);
            }

            @Override
            public void addRow(
                    int count, float[] row, int rowOffset, float[] panel, int panelOffset, int panelQuarter,
                    float[] start, int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
                products(1, count).addRow(count, row, rowOffset, panel, panelOffset, panelQuarter, start, startOffset,
                        startQuarter, sums, sumsOffset, sumsQuarter);
            }

            @Override
            public void accumulateWeightGradient(
                    int columns, int rows, float[] factors, int factorsOffset, int stripStride, float[] panel,
                    int panelOffset, int panelQuarter, float[] out, int outOffset, int outQuarter, float[] scratch) {
                products(columns, rows).accumulateWeightGradient(columns, rows, factors, factorsOffset, stripStride,
                        panel, panelOffset, panelQuarter, out, outOffset, outQuarter, scratch);
            }
        };
    }

    private LstmGates relayedGates() {
        return new LstmGates() {
            @Override
            public void forward(
                    int rows, float[] sums, int sumsOffset, int sumsQuarter, float[] cellBefore, int cellBeforeOffset,
                    float[] cell, int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden,
                    int hiddenOffset, int hiddenStride) {
                gates.forward(rows, sums, sumsOffset, sumsQuarter, cellBefore, cellBeforeOffset, cell, cellOffset,
                        cellTanh, cellTanhOffset, hidden, hiddenOffset, hiddenStride);
            }

            @Override
            public void backward(
                    int rows, float[] activated, int gatesOffset, int gatesQuarter, float[] cellBefore,
                    int cellBeforeOffset, float[] cellTanh, int cellTanhOffset, float[] hiddenGradient,
                    int hiddenGradientOffset, float[] cellGradient, int cellGradientOffset) {
                gates.backward(rows, activated, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset, cellTanh,
                        cellTanhOffset, hiddenGradient, hiddenGradientOffset, cellGradient, cellGradientOffset);
            }
        };
    }

    private GateActivations relayedActivations() {
        return new GateActivations() {
            @Override
            public void sigmoid(int count, float[] values, int offset) {
                activations.sigmoid(count, values, offset);
            }

            @Override
            public void tanh(int count, float[] values, int offset) {
                activations.tanh(count, values, offset);
            }
        };
    }

    private CompressedProducts relayedCompressed() {
        return new CompressedProducts() {
            @Override
            public void addRowBfloat16(
                    int count, float[] row, int rowOffset, int[] pairs, int pairsOffset, int halfStride, float[] start,
                    int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
                compressed().addRowBfloat16(count, row, rowOffset, pairs, pairsOffset, halfStride, start, startOffset,
                        startQuarter, sums, sumsOffset, sumsQuarter);
            }

            @Override
            public void addRowInt8(
                    int count, float[] row, int rowOffset, int[] fours, int foursOffset, float[] start, int startOffset,
                    int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
                compressed().addRowInt8(count, row, rowOffset, fours, foursOffset, start, startOffset, startQuarter,
                        sums, sumsOffset, sumsQuarter);
            }
        };
    }
}

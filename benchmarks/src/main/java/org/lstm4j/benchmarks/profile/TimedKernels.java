package org.lstm4j.benchmarks.profile;

import org.lstm4j.kernels.CompressedProducts;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// Kernels that keep time: each call is counted for its phase. Reading the clock twice a call costs some 50 ns.
final class TimedKernels {

    private TimedKernels() {}

    static LstmKernels of(LstmKernels kernels, PhaseTimes times) {
        return new LstmKernels(kernels.name(), kernels.description(), new Products(kernels.products(), times),
                new Gates(kernels.gates(), times), new Compressed(kernels.compressed(), times));
    }

    private record Products(LstmProducts kernel, PhaseTimes times) implements LstmProducts {

        @Override
        public void preActivations(
                int rows, float[] panel, int panelOffset, int quarterStride, int count, float[] read, int readOffset,
                int readStride, float[] gates, int gatesOffset) {
            long start = System.nanoTime();
            kernel.preActivations(
                    rows, panel, panelOffset, quarterStride, count, read, readOffset, readStride, gates, gatesOffset);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }

        @Override
        public void accumulate(
                int rows, int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
                int quarterStride, float[] sums, int sumsOffset, int sumsStride) {
            long start = System.nanoTime();
            kernel.accumulate(
                    rows, count, a, aOffset, aStride, panel, panelOffset, quarterStride, sums, sumsOffset, sumsStride);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }

        @Override
        public void accumulateThroughWeights(
                int rows, int blocks, float[] gateGradients, int gateOffset, int blockStride, float[] panel,
                int panelOffset, int quarterStride, float[] out, int outOffset, int outStride) {
            long start = System.nanoTime();
            kernel.accumulateThroughWeights(rows, blocks, gateGradients, gateOffset, blockStride, panel, panelOffset,
                    quarterStride, out, outOffset, outStride);
            times.end(Phase.THROUGH_WEIGHTS, start);
        }

        @Override
        public void accumulateWeightGradient(
                int columns, int rows, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
                int quarterStride, float[] out, int outOffset, float[] sums) {
            long start = System.nanoTime();
            kernel.accumulateWeightGradient(
                    columns, rows, a, aOffset, aStride, panel, panelOffset, quarterStride, out, outOffset, sums);
            times.end(Phase.WEIGHT_GRADIENT, start);
        }
    }

    private record Gates(LstmGates kernel, PhaseTimes times) implements LstmGates {

        @Override
        public void forward(
                int rows, float[] gates, int gatesOffset, float[] cellBefore, int cellBeforeOffset, float[] cell,
                int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden, int hiddenOffset,
                int hiddenStride) {
            long start = System.nanoTime();
            kernel.forward(rows, gates, gatesOffset, cellBefore, cellBeforeOffset, cell, cellOffset, cellTanh,
                    cellTanhOffset, hidden, hiddenOffset, hiddenStride);
            times.end(Phase.GATES, start);
        }

        @Override
        public void backward(
                int rows, float[] gates, int gatesOffset, float[] cellBefore, int cellBeforeOffset, float[] cellTanh,
                int cellTanhOffset, float[] hiddenGradient, int hiddenGradientOffset, int hiddenGradientStride,
                float[] cellGradient, int cellGradientOffset) {
            long start = System.nanoTime();
            kernel.backward(rows, gates, gatesOffset, cellBefore, cellBeforeOffset, cellTanh, cellTanhOffset,
                    hiddenGradient, hiddenGradientOffset, hiddenGradientStride, cellGradient, cellGradientOffset);
            times.end(Phase.GATE_GRADIENTS, start);
        }
    }

    private record Compressed(CompressedProducts kernel, PhaseTimes times) implements CompressedProducts {

        @Override
        public void accumulateBfloat16(
                int count, float[] a, int aOffset, int[] pairs, int pairsOffset, int halfStride, float[] sums,
                int sumsOffset) {
            long start = System.nanoTime();
            kernel.accumulateBfloat16(count, a, aOffset, pairs, pairsOffset, halfStride, sums, sumsOffset);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }

        @Override
        public void accumulateInt8(
                int count, float[] a, int aOffset, int[] fours, int foursOffset, float[] sums, int sumsOffset) {
            long start = System.nanoTime();
            kernel.accumulateInt8(count, a, aOffset, fours, foursOffset, sums, sumsOffset);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }
    }
}

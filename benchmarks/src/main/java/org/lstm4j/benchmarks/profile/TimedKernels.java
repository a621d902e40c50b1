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
                new Gates(kernels.gates(), times), kernels.activations(), new Compressed(kernels.compressed(), times));
    }

    private record Products(LstmProducts kernel, PhaseTimes times) implements LstmProducts {

        @Override
        public void preActivations(
                int rows, int count, float[] factors, int factorsOffset, int stripStride, float[] panel,
                int panelOffset, int panelQuarter, float[] gates, int gatesOffset, int gatesQuarter) {
            long start = System.nanoTime();
            kernel.preActivations(rows, count, factors, factorsOffset, stripStride, panel, panelOffset, panelQuarter,
                    gates, gatesOffset, gatesQuarter);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }

        @Override
        public void accumulate(
                int rows, int count, float[] factors, int factorsOffset, int stripStride, float[] panel,
                int panelOffset, int panelQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
            long start = System.nanoTime();
            kernel.accumulate(rows, count, factors, factorsOffset, stripStride, panel, panelOffset, panelQuarter, sums,
                    sumsOffset, sumsQuarter);
            times.end(Phase.THROUGH_WEIGHTS, start);
        }

        @Override
        public void addRow(
                int count, float[] row, int rowOffset, float[] panel, int panelOffset, int panelQuarter,
                float[] first, int firstOffset, int firstQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
            long start = System.nanoTime();
            kernel.addRow(count, row, rowOffset, panel, panelOffset, panelQuarter, first, firstOffset, firstQuarter,
                    sums, sumsOffset, sumsQuarter);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }

        @Override
        public void accumulateWeightGradient(
                int columns, int rows, float[] factors, int factorsOffset, int stripStride, float[] panel,
                int panelOffset, int panelQuarter, float[] out, int outOffset, int outQuarter, float[] scratch) {
            long start = System.nanoTime();
            kernel.accumulateWeightGradient(columns, rows, factors, factorsOffset, stripStride, panel, panelOffset,
                    panelQuarter, out, outOffset, outQuarter, scratch);
            times.end(Phase.WEIGHT_GRADIENT, start);
        }
    }

    private record Gates(LstmGates kernel, PhaseTimes times) implements LstmGates {

        @Override
        public void forward(
                int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
                float[] cell, int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden, int hiddenOffset,
                int hiddenStride) {
            long start = System.nanoTime();
            kernel.forward(rows, gates, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset, cell, cellOffset,
                    cellTanh, cellTanhOffset, hidden, hiddenOffset, hiddenStride);
            times.end(Phase.GATES, start);
        }

        @Override
        public void backward(
                int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
                float[] cellTanh, int cellTanhOffset, float[] hiddenGradient, int hiddenGradientOffset,
                float[] cellGradient, int cellGradientOffset) {
            long start = System.nanoTime();
            kernel.backward(rows, gates, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset, cellTanh,
                    cellTanhOffset, hiddenGradient, hiddenGradientOffset, cellGradient, cellGradientOffset);
            times.end(Phase.GATE_GRADIENTS, start);
        }
    }

    private record Compressed(CompressedProducts kernel, PhaseTimes times) implements CompressedProducts {

        @Override
        public void addRowBfloat16(
                int count, float[] row, int rowOffset, int[] pairs, int pairsOffset, int halfStride, float[] first,
                int firstOffset, int firstQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
            long start = System.nanoTime();
            kernel.addRowBfloat16(count, row, rowOffset, pairs, pairsOffset, halfStride, first, firstOffset,
                    firstQuarter, sums, sumsOffset, sumsQuarter);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }

        @Override
        public void addRowInt8(
                int count, float[] row, int rowOffset, int[] fours, int foursOffset, float[] first, int firstOffset,
                int firstQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
            long start = System.nanoTime();
            kernel.addRowInt8(count, row, rowOffset, fours, foursOffset, first, firstOffset, firstQuarter, sums,
                    sumsOffset, sumsQuarter);
            times.end(Phase.PRE_ACTIVATIONS, start);
        }
    }
}

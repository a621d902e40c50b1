package org.lstm4j.reference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;
import org.lstm4j.kernels.ScalarCompressedProducts;
import org.lstm4j.kernels.ScalarLstmGates;
import org.lstm4j.kernels.ScalarLstmProducts;

/// The scalar kernels with one mistake.
final class FaultyKernels {

    private FaultyKernels() {}

    static LstmKernels with(KernelFault fault) {
        return new LstmKernels("faulty", fault.name(), new Products(fault), new Gates(fault),
                new ScalarCompressedProducts());
    }

    private record Gates(KernelFault fault) implements LstmGates {

        private static final LstmGates SOUND = new ScalarLstmGates();

        @Override
        public void forward(
                int rows,
                float[] gates,
                int gatesOffset,
                float[] cellBefore,
                int cellBeforeOffset,
                float[] cell,
                int cellOffset,
                float[] cellTanh,
                int cellTanhOffset,
                float[] hidden,
                int hiddenOffset,
                int hiddenStride) {
            if (fault == KernelFault.SWAPPED_INPUT_AND_FORGET_GATE_FORWARD) {
                swapInputAndForgetGate(rows, gates, gatesOffset);
            }
            SOUND.forward(
                    rows, gates, gatesOffset, cellBefore, cellBeforeOffset, cell, cellOffset, cellTanh, cellTanhOffset,
                    hidden, hiddenOffset, hiddenStride);
            if (fault == KernelFault.MISSING_LAST_LANE) {
                for (int row = 0; row < rows; row++) {
                    hidden[hiddenOffset + row * hiddenStride + UNITS - 1] = 0;
                }
            }
        }

        @Override
        public void backward(
                int rows,
                float[] gates,
                int gatesOffset,
                float[] cellBefore,
                int cellBeforeOffset,
                float[] cellTanh,
                int cellTanhOffset,
                float[] hiddenGradient,
                int hiddenGradientOffset,
                int hiddenGradientStride,
                float[] cellGradient,
                int cellGradientOffset) {
            if (fault == KernelFault.MISSING_CELL_GRADIENT) {
                scale(rows, UNITS, 0, UNITS, 0f, cellGradient, cellGradientOffset);
            }
            SOUND.backward(
                    rows, gates, gatesOffset, cellBefore, cellBeforeOffset, cellTanh, cellTanhOffset, hiddenGradient,
                    hiddenGradientOffset, hiddenGradientStride, cellGradient, cellGradientOffset);
            switch (fault) {
                case SWAPPED_INPUT_AND_FORGET_GATE_BACKWARD -> swapInputAndForgetGate(rows, gates, gatesOffset);
                case WRONG_SIGN_OF_CANDIDATE_GRADIENT ->
                    scale(rows, WIDTH, 2 * UNITS, 3 * UNITS, -1f, gates, gatesOffset);
                case SLIGHTLY_TOO_LARGE_FORGET_GRADIENT ->
                    scale(rows, WIDTH, UNITS, 2 * UNITS, 1.0001f, gates, gatesOffset);
                default -> {
                    // planted elsewhere
                }
            }
        }

        private static void swapInputAndForgetGate(int rows, float[] gates, int offset) {
            for (int row = 0; row < rows; row++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    int at = offset + row * WIDTH + unit;
                    float kept = gates[at];
                    gates[at] = gates[at + UNITS];
                    gates[at + UNITS] = kept;
                }
            }
        }

        /// Columns `from` to `to` of rows that are `stride` long.
        private static void scale(int rows, int stride, int from, int to, float factor, float[] values, int offset) {
            for (int row = 0; row < rows; row++) {
                for (int column = from; column < to; column++) {
                    values[offset + row * stride + column] *= factor;
                }
            }
        }
    }

    private record Products(KernelFault fault) implements LstmProducts {

        private static final LstmProducts SOUND = new ScalarLstmProducts();

        @Override
        public void preActivations(
                int rows, float[] panel, int panelOffset, int quarterStride, int count, float[] read, int readOffset,
                int readStride, float[] gates, int gatesOffset) {
            int heard = fault == KernelFault.MISSING_RECURRENT_INPUT ? count - 1 : count;
            int done = fault == KernelFault.MISSING_LAST_ROW ? rows - 1 : rows;
            SOUND.preActivations(
                    done, panel, panelOffset, quarterStride, heard, read, readOffset, readStride, gates, gatesOffset);
        }

        @Override
        public void accumulate(
                int rows, int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
                int quarterStride,
                float[] sums, int sumsOffset, int sumsStride) {
            SOUND.accumulate(rows, count, a, aOffset, aStride, panel, panelOffset, quarterStride, sums, sumsOffset,
                    sumsStride);
        }

        @Override
        public void accumulateThroughWeights(
                int rows,
                int blocks,
                float[] gateGradients,
                int gateOffset,
                int blockStride,
                float[] panel,
                int panelOffset, int quarterStride,
                float[] out,
                int outOffset,
                int outStride) {
            SOUND.accumulateThroughWeights(
                    rows, blocks, gateGradients, gateOffset, blockStride, panel, panelOffset, quarterStride, out,
                    outOffset,
                    outStride);
        }

        @Override
        public void accumulateWeightGradient(
                int columns, int rows, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
                int quarterStride, float[] out, int outOffset, float[] sums) {
            float[] before = out.clone();
            SOUND.accumulateWeightGradient(columns, rows, a, aOffset, aStride, panel, panelOffset, quarterStride, out,
                    outOffset, sums);
            if (fault == KernelFault.MISSING_FIRST_COLUMN) {
                System.arraycopy(before, outOffset, out, outOffset, WIDTH);
            }
        }
    }
}

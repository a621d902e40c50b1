package org.lstm4j.reference;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;
import org.lstm4j.kernels.ScalarCompressedProducts;
import org.lstm4j.kernels.ScalarGateActivations;
import org.lstm4j.kernels.ScalarLstmGates;
import org.lstm4j.kernels.ScalarLstmProducts;

/// The scalar kernels with one mistake.
final class FaultyKernels {

    private FaultyKernels() {}

    static LstmKernels with(KernelFault fault) {
        return new LstmKernels("faulty", fault.name(), new Products(fault), new Gates(fault),
                new ScalarGateActivations(),
                new ScalarCompressedProducts());
    }

    private record Gates(KernelFault fault) implements LstmGates {

        private static final LstmGates SOUND = new ScalarLstmGates();

        @Override
        public void forward(
                int rows,
                float[] gates,
                int gatesOffset,
                int gatesQuarter,
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
                swapInputAndForgetGate(rows, gates, gatesOffset, gatesQuarter);
            }
            SOUND.forward(
                    rows, gates, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset, cell, cellOffset, cellTanh,
                    cellTanhOffset,
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
                int gatesQuarter,
                float[] cellBefore,
                int cellBeforeOffset,
                float[] cellTanh,
                int cellTanhOffset,
                float[] hiddenGradient,
                int hiddenGradientOffset,
                float[] cellGradient,
                int cellGradientOffset) {
            if (fault == KernelFault.MISSING_CELL_GRADIENT) {
                scale(rows, 0f, cellGradient, cellGradientOffset);
            }
            SOUND.backward(
                    rows, gates, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset, cellTanh, cellTanhOffset,
                    hiddenGradient,
                    hiddenGradientOffset, cellGradient, cellGradientOffset);
            switch (fault) {
                case SWAPPED_INPUT_AND_FORGET_GATE_BACKWARD ->
                    swapInputAndForgetGate(rows, gates, gatesOffset, gatesQuarter);
                case WRONG_SIGN_OF_CANDIDATE_GRADIENT ->
                    scale(rows, -1f, gates, gatesOffset + 2 * gatesQuarter);
                case SLIGHTLY_TOO_LARGE_FORGET_GRADIENT ->
                    scale(rows, 1.0001f, gates, gatesOffset + gatesQuarter);
                default -> {
                    // planted elsewhere
                }
            }
        }

        private static void swapInputAndForgetGate(int rows, float[] gates, int offset, int quarter) {
            for (int at = offset; at < offset + rows * UNITS; at++) {
                float kept = gates[at];
                gates[at] = gates[at + quarter];
                gates[at + quarter] = kept;
            }
        }

        /// All units of some rows.
        private static void scale(int rows, float factor, float[] values, int offset) {
            for (int at = offset; at < offset + rows * UNITS; at++) {
                values[at] *= factor;
            }
        }
    }

    private record Products(KernelFault fault) implements LstmProducts {

        private static final LstmProducts SOUND = new ScalarLstmProducts();

        @Override
        public void preActivations(
                int rows, int count, float[] factors, int factorsOffset, int stripStride, float[] panel,
                int panelOffset, int panelQuarter, float[] gates, int gatesOffset, int gatesQuarter) {
            int heard = fault == KernelFault.MISSING_RECURRENT_INPUT ? count - 1 : count;
            int done = fault == KernelFault.MISSING_LAST_ROW ? rows - 1 : rows;
            SOUND.preActivations(done, heard, factors, factorsOffset, stripStride, panel, panelOffset, panelQuarter,
                    gates, gatesOffset, gatesQuarter);
        }

        @Override
        public void accumulate(
                int rows, int count, float[] factors, int factorsOffset, int stripStride, float[] panel,
                int panelOffset, int panelQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
            SOUND.accumulate(rows, count, factors, factorsOffset, stripStride, panel, panelOffset, panelQuarter, sums,
                    sumsOffset, sumsQuarter);
        }

        @Override
        public void addRow(
                int count, float[] row, int rowOffset, float[] panel, int panelOffset, int panelQuarter,
                float[] start, int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
            SOUND.addRow(count, row, rowOffset, panel, panelOffset, panelQuarter, start, startOffset, startQuarter,
                    sums, sumsOffset, sumsQuarter);
        }

        @Override
        public void accumulateWeightGradient(
                int columns, int rows, float[] factors, int factorsOffset, int stripStride, float[] panel,
                int panelOffset, int panelQuarter, float[] out, int outOffset, int outQuarter, float[] scratch) {
            float[] before = out.clone();
            SOUND.accumulateWeightGradient(columns, rows, factors, factorsOffset, stripStride, panel, panelOffset,
                    panelQuarter, out, outOffset, outQuarter, scratch);
            if (fault == KernelFault.MISSING_FIRST_COLUMN) {
                GatePanels.copyRow(before, outOffset, outQuarter, out, outOffset, outQuarter);
            }
        }
    }
}

package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Copies signals of all steps out of the buffers of a forward: see [SignalSource#signals].
final class RecurrentSignals {

    private final RecurrentBuffers buffers;

    RecurrentSignals(RecurrentBuffers buffers) {
        this.buffers = buffers;
    }

    /// @param gates of the cell, as they stand in the buffers
    Map<CellSignal, Tensor> copy(List<CellSignal> gates) {
        Map<CellSignal, Tensor> signals = new EnumMap<>(CellSignal.class);
        for (int number = 0; number < gates.size(); number++) {
            signals.put(gates.get(number), gate(number));
        }
        if (buffers.cellUnits > 0) {
            signals.put(CellSignal.CELL_STATE, cellState());
        }
        signals.put(CellSignal.HIDDEN_STATE, hiddenState());
        return Collections.unmodifiableMap(signals);
    }

    private Tensor gate(int number) {
        RecurrentBuffers b = buffers;
        Tensor copy = empty("units", b.units);
        for (int place = 0; place < b.batch; place++) {
            for (int step = 0; step < b.rows.length(place); step++) {
                for (int block = 0; block < b.blocks; block++) {
                    System.arraycopy(b.gates, b.gateAt(step, block, place) + number * b.gateQuarter, copy.data(),
                            at(place, step) * b.units + block * UNITS, GatePanels.present(block, b.units));
                }
            }
        }
        return copy;
    }

    private Tensor cellState() {
        RecurrentBuffers b = buffers;
        Tensor copy = empty("units", b.units);
        for (int place = 0; place < b.batch; place++) {
            for (int step = 0; step < b.rows.length(place); step++) {
                for (int block = 0; block < b.blocks; block++) {
                    System.arraycopy(b.cell, b.cellAt(step + 1, block, place), copy.data(),
                            at(place, step) * b.units + block * UNITS, GatePanels.present(block, b.units));
                }
            }
        }
        return copy;
    }

    private Tensor hiddenState() {
        RecurrentBuffers b = buffers;
        Tensor copy = empty("units", b.outputs);
        for (int place = 0; place < b.batch; place++) {
            for (int step = 0; step < b.rows.length(place); step++) {
                System.arraycopy(b.shown, b.shownAt(step + 1, place), copy.data(), at(place, step) * b.outputs,
                        b.outputs);
            }
        }
        return copy;
    }

    /// The number of a place's step among the steps of all rows, in the order of time.
    private int at(int place, int step) {
        return buffers.rows.rowAt(place) * buffers.steps + buffers.rows.source(place, step);
    }

    private Tensor empty(String axis, int width) {
        Tensor tensor = Tensor
                .zeros(Shape.of(Axis.steps(buffers.steps), new Axis(axis, width)).withBatch(buffers.batch));
        Arrays.fill(tensor.data(), Float.NaN);
        return tensor;
    }
}

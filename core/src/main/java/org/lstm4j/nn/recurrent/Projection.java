package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.ArrayLength;

/// The linear map that makes fewer outputs of what a cell gives: h = P·m.
///
/// Source: Sak, Senior and Beaufays, Long Short-Term Memory Based Recurrent Neural Network Architectures for Large Scale Acoustic
/// Modeling, 2014; in PyTorch's form, where the projected state is also what the next step reads.
///
/// | array | shape | |
/// |---|---|---|
/// | `downPanels` | [⌈outputs/64⌉, 4, units, 16] | P transposed, for forward |
/// | `upPanels` | [⌈units/64⌉, 4, outputs, 16] | P, for backward |
/// | `gradients` | [⌈outputs/64⌉, 4, rows of all steps, 16] | ∂L/∂h, kept for the gradient of P |
final class Projection {

    private final RecurrentBuffers buffers;
    private final Parameter weights;
    private final LstmProducts products;
    private final WorkerPool workers;
    private final WorkerPool.Task weighing = this::addPanel;

    private final float[] downPanels;
    private final float[] upPanels;
    /// [⌈outputs/64⌉, 4, batch, 16]
    private final float[] sums;
    /// [⌈units/64⌉, 4, batch, 16]
    private final float[] cellOutputGradient;
    private final float[][] strips;
    private final int stripStride;

    private final float[] gradients;
    private final int gradientQuarter;
    private final RowChunks chunks;
    /// For each panel of outputs, because different threads work on them: a chunk's columns of what cells gave.
    private final float[][] columns;
    private final int columnStride;
    private final float[][] weightSums;
    private final float[][] scratch;

    /// @param weights P, [outputs, units]
    Projection(
            RecurrentBuffers buffers, Parameter weights, Compute compute, RecurrentSharing sharing, boolean training) {
        this.buffers = buffers;
        this.weights = weights;
        products = compute.kernels().products();
        workers = compute.workers();
        int outputs = buffers.outputs;
        int units = buffers.units;
        int outputPanels = GatePanels.panels(outputs);
        downPanels = new float[ArrayLength.of(outputPanels, units, WIDTH)];
        sums = new float[ArrayLength.of(outputPanels, buffers.batch, WIDTH)];
        stripStride = FactorStrips.stride(Math.max(units, outputs));
        strips = RecurrentBuffers.strips(sharing, stripStride);
        upPanels = new float[training ? ArrayLength.of(GatePanels.panels(units), outputs, WIDTH) : 0];
        cellOutputGradient = new float[training
                ? ArrayLength.of(GatePanels.panels(units), buffers.batch, WIDTH)
                : 0];
        gradientQuarter = ArrayLength.of(buffers.steps, buffers.batch, UNITS);
        gradients = new float[training ? ArrayLength.of(outputPanels, GATES, gradientQuarter) : 0];
        chunks = new RowChunks(buffers.batch, buffers.steps);
        columnStride = FactorStrips.stride(chunks.capacity());
        int works = training ? outputPanels : 0;
        columns = new float[works][ArrayLength.of(FactorStrips.count(units), columnStride)];
        weightSums = new float[works][units * WIDTH];
        scratch = new float[works][LstmProducts.WEIGHT_GRADIENT_SCRATCH];
    }

    /// Reads the weights as they are now.
    void load() {
        buffers.fitStrips(strips, stripStride);
        for (int output = 0; output < buffers.outputs; output++) {
            packRow(output);
        }
    }

    private void packRow(int output) {
        int units = buffers.units;
        float[] p = weights.value();
        int from = output * units;
        int down = output / UNITS * units * UNITS + output % UNITS;
        for (int unit = 0; unit < units; unit++) {
            downPanels[down + unit * UNITS] = p[from + unit];
        }
        for (int unit = 0; unit < units && upPanels.length > 0; unit += UNITS) {
            int up = (unit / UNITS * buffers.outputs + output) * UNITS;
            System.arraycopy(p, from + unit, upPanels, up, Math.min(UNITS, units - unit));
        }
    }

    /// From what cells gave to the hidden state that is shown.
    void forward(int t, int first, int rows, int share) {
        RecurrentBuffers b = buffers;
        FactorStrips.packRows(rows, b.units, b.cellOutput, b.cellOutputAt(t, first), b.cellOutputStride(),
                strips[share], 0, stripStride);
        clear(GatePanels.blocks(b.outputs), first, rows, sums);
        multiply(b.units, b.outputs, first, rows, strips[share], downPanels, sums);
        for (int place = first; place < first + rows; place++) {
            int to = b.shownAt(t + 1, place);
            for (int piece = 0; piece < GatePanels.blocks(b.outputs); piece++) {
                System.arraycopy(sums, piece * b.cellBlock + place * UNITS, b.shown, to + piece * UNITS,
                        GatePanels.present(piece, b.outputs));
            }
        }
    }

    /// From ∂L/∂h to ∂L/∂(what cells gave).
    void backward(int t, int first, int rows, int share, float[] hiddenGradient) {
        RecurrentBuffers b = buffers;
        for (int piece = 0; piece < GatePanels.blocks(b.outputs); piece++) {
            int from = piece * b.cellBlock + first * UNITS;
            int kept = piece * gradientQuarter + (b.rows.before(t) + first) * UNITS;
            System.arraycopy(hiddenGradient, from, gradients, kept, rows * UNITS);
            FactorStrips.packRows(rows, GatePanels.present(piece, b.outputs), hiddenGradient, from, UNITS,
                    strips[share], piece * UNITS * FactorStrips.STRIDE, stripStride);
        }
        clear(b.blocks, first, rows, cellOutputGradient);
        multiply(b.outputs, b.units, first, rows, strips[share], upPanels, cellOutputGradient);
    }

    float[] cellOutputGradient() {
        return cellOutputGradient;
    }

    private void clear(int pieces, int first, int rows, float[] values) {
        for (int piece = 0; piece < pieces; piece++) {
            int from = piece * buffers.cellBlock + first * UNITS;
            Arrays.fill(values, from, from + rows * UNITS, 0f);
        }
    }

    /// @param target in and out, [⌈columnCount/64⌉, 4, batch, 16]
    private void multiply(
            int count, int columnCount, int first, int rows, float[] factors, float[] panels, float[] target) {
        for (int panel = 0; panel < GatePanels.panels(columnCount); panel++) {
            products.accumulate(rows, count, factors, 0, stripStride, panels, panel * count * WIDTH, count * UNITS,
                    target, panel * GATES * buffers.cellBlock + first * UNITS, buffers.cellBlock);
        }
    }

    /// Adds to the gradient of P; chunks of rows as for other weights.
    void addGradients(boolean shared) {
        chunks.fit(buffers.rows);
        if (shared) {
            workers.run(weighing, columns.length);
            return;
        }
        for (int panel = 0; panel < columns.length; panel++) {
            addPanel(panel);
        }
    }

    private void addPanel(int panel) {
        float[] panelSums = weightSums[panel];
        Arrays.fill(panelSums, 0f);
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            int first = chunks.firstRow(chunk);
            int rows = chunks.rows(chunk);
            packColumns(first, rows, columns[panel]);
            products.accumulateWeightGradient(buffers.units, rows, columns[panel], 0, columnStride, gradients,
                    panel * GATES * gradientQuarter + first * UNITS, gradientQuarter, panelSums, 0,
                    buffers.units * UNITS, scratch[panel]);
        }
        addToGradient(panel, panelSums);
    }

    private void packColumns(int first, int rows, float[] target) {
        RecurrentBuffers b = buffers;
        int packed = 0;
        while (packed < rows) {
            int step = b.rows.stepOf(first + packed);
            int place = first + packed - b.rows.before(step);
            int count = Math.min(rows - packed, b.rows.rows(step) - place);
            FactorStrips.packColumns(b.units, count, b.cellOutput, b.cellOutputAt(step, place),
                    b.cellOutputStride(), target, packed * FactorStrips.STRIDE, columnStride);
            packed += count;
        }
    }

    private void addToGradient(int panel, float[] panelSums) {
        int units = buffers.units;
        int present = Math.min(WIDTH, buffers.outputs - panel * WIDTH);
        for (int column = 0; column < present; column++) {
            int from = column / UNITS * units * UNITS + column % UNITS;
            int to = (panel * WIDTH + column) * units;
            for (int unit = 0; unit < units; unit++) {
                weights.gradient()[to + unit] += panelSums[from + unit * UNITS];
            }
        }
    }
}

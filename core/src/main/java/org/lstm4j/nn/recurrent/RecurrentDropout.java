package org.lstm4j.nn.recurrent;

import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.random.RandomStream;

/// Dropout with masks fixed over time: an input, or a number of the hidden state on its way to the next step, is dropped for all
/// steps of a sequence or for none. All gates see the same mask.
///
/// Source: Gal and Ghahramani, A Theoretically Grounded Application of Dropout in Recurrent Neural Networks, 2016, with tied
/// weights. Masks come from the layer's own random stream, row by row of the batch.
final class RecurrentDropout {

    private final RecurrentBuffers buffers;
    private final RandomStream random;
    private final float inputRate;
    private final float hiddenRate;
    /// [batch, features] and [batch, outputs]: 0, or 1 / (1 − rate).
    private final float @Nullable [] inputScale;
    private final float @Nullable [] hiddenScale;

    RecurrentDropout(RecurrentBuffers buffers, float inputRate, float hiddenRate, RandomStream random) {
        this.buffers = buffers;
        this.random = random;
        this.inputRate = inputRate;
        this.hiddenRate = hiddenRate;
        inputScale = inputRate > 0f ? new float[buffers.batch * buffers.features] : null;
        hiddenScale = hiddenRate > 0f ? new float[buffers.batch * buffers.outputs] : null;
    }

    void draw() {
        draw(inputScale, inputRate);
        draw(hiddenScale, hiddenRate);
    }

    private void draw(float @Nullable [] scale, float rate) {
        if (scale == null) {
            return;
        }
        float kept = 1f / (1f - rate);
        for (int index = 0; index < scale.length; index++) {
            scale[index] = random.nextFloat() < rate ? 0f : kept;
        }
    }

    float @Nullable [] inputScale() {
        return inputScale;
    }

    /// Drops from a row's hidden state, `outputs` numbers in a row.
    void scaleHidden(int row, float[] hidden, int at) {
        float[] scale = hiddenScale;
        int from = row * buffers.outputs;
        for (int index = 0; scale != null && index < buffers.outputs; index++) {
            hidden[at + index] *= scale[from + index];
        }
    }

    /// The same for gradients, sixteen numbers of each row.
    void scaleGradient(int piece, int first, int rows, float[] gradient) {
        float[] scale = hiddenScale;
        if (scale == null) {
            return;
        }
        int present = GatePanels.present(piece, buffers.outputs);
        for (int place = first; place < first + rows; place++) {
            int from = buffers.rows.rowAt(place) * buffers.outputs + piece * GatePanels.UNITS;
            int to = piece * buffers.cellBlock + place * GatePanels.UNITS;
            for (int index = 0; index < present; index++) {
                gradient[to + index] *= scale[from + index];
            }
        }
    }
}

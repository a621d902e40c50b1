package org.lstm4j.nn.recurrent;

import org.jspecify.annotations.Nullable;

/// What lies between a cell and the step after it, for layers that have more than the plain cell: in this order a projection,
/// zoneout, and dropout of what the next step reads. Backward goes the other way.
///
/// ```
/// cell → projection → zoneout → h_t, as output and state show it → dropout → what step t + 1 reads
/// ```
///
/// The plain layer has none of them, and every method does nothing.
final class HiddenStages {

    private final RecurrentBuffers buffers;
    private final @Nullable Projection projection;
    private final @Nullable Zoneout zoneout;
    private final @Nullable RecurrentDropout dropout;

    HiddenStages(
            RecurrentBuffers buffers,
            @Nullable Projection projection,
            @Nullable Zoneout zoneout,
            @Nullable RecurrentDropout dropout) {
        this.buffers = buffers;
        this.projection = projection;
        this.zoneout = zoneout;
        this.dropout = dropout;
    }

    /// New random masks for a forward in training.
    void draw() {
        if (zoneout != null) {
            zoneout.draw();
        }
        if (dropout != null) {
            dropout.draw();
        }
    }

    /// Reads the weights as they are now; before each forward.
    void loadWeights() {
        if (projection != null) {
            projection.load();
        }
    }

    /// What inputs are multiplied with, [batch, features]; null for nothing.
    float @Nullable [] inputScale() {
        return dropout == null ? null : dropout.inputScale();
    }

    /// The initial state stands where it is shown: hands it to the first step.
    void start(int first, int places) {
        handOn(-1, first, places);
    }

    /// What happens after the cells of a step.
    void forward(int t, int first, int rows, int share) {
        if (projection != null) {
            projection.forward(t, first, rows, share);
        }
        if (zoneout != null) {
            zoneout.forward(t, first, rows);
        }
        handOn(t, first, rows);
    }

    /// Copies what is shown of a step to where the next one reads it.
    private void handOn(int t, int first, int rows) {
        RecurrentBuffers b = buffers;
        if (!b.showsApart) {
            return;
        }
        for (int place = first; place < first + rows; place++) {
            int from = b.shownAt(t + 1, place);
            int to = b.hiddenAt(t + 1, place);
            System.arraycopy(b.shown, from, b.read, to, b.outputs);
            if (dropout != null) {
                dropout.scaleHidden(b.rows.rowAt(place), b.read, to);
            }
        }
    }

    /// Whether the gradient that the next step asks for is not yet that of what is shown.
    boolean changesWhatIsRead() {
        return zoneout != null || dropout != null;
    }

    /// Before the loop backward.
    void startGradients(int first, int places) {
        if (zoneout != null) {
            zoneout.startGradients(first, places);
        }
    }

    /// From the gradient of what a step read to that of what the step before shows, sixteen numbers of each row.
    void throughReading(int piece, int first, int rows, float[] hiddenGradient) {
        if (dropout != null) {
            dropout.scaleGradient(piece, first, rows, hiddenGradient);
        }
        if (zoneout != null) {
            zoneout.addKept(piece, first, rows, hiddenGradient);
        }
    }

    /// From complete gradients of what a step shows to those of what its cells gave.
    ///
    /// @param hiddenGradient in and out, [⌈outputs/64⌉, 4, batch, 16]
    /// @param cellGradient in and out, [blocks, batch, 16]
    void beforeCells(int t, int first, int rows, int share, float[] hiddenGradient, float[] cellGradient) {
        if (zoneout != null) {
            zoneout.beforeCells(t, first, rows, hiddenGradient, cellGradient);
        }
        if (projection != null) {
            projection.backward(t, first, rows, share, hiddenGradient);
        }
    }

    /// ∂L/∂(what the cells gave), [blocks, batch, 16].
    float[] cellOutputGradient(float[] hiddenGradient) {
        return projection == null ? hiddenGradient : projection.cellOutputGradient();
    }

    /// Adds to the gradient of the cell state before a step.
    void afterCells(int first, int rows, float[] cellGradient) {
        if (zoneout != null) {
            zoneout.afterCells(first, rows, cellGradient);
        }
    }

    /// From the gradient of what the layer read to that of its input, for some numbers of a row.
    ///
    /// @param number of the row's inputs, counted over the batch: [batch, features]
    void throughInput(int count, int number, float[] inputGradient, int to) {
        float[] scale = inputScale();
        for (int index = 0; scale != null && index < count; index++) {
            inputGradient[to + index] *= scale[number + index];
        }
    }

    /// Adds to the gradients of weights; after the loop backward.
    void addGradients(boolean shared) {
        if (projection != null) {
            projection.addGradients(shared);
        }
    }
}

package org.lstm4j.nn.recurrent;

/// The rows of all steps of a batch, cut into the chunks in which weight gradients are summed: whole steps of a small batch, or
/// a part of one step of a large one, 128 rows at most. Part of the numeric contract, because it decides the bytes.
///
/// Rows are counted over all steps: row r of step t is row t·batch + r. Where only some rows take part in a step, those that do
/// are counted, and cut into pieces of 128 whatever their steps.
final class RowChunks {

    private static final int MOST_ROWS = 128;

    private final int batch;
    private final int steps;
    private final int stepsInChunk;
    private final int partsOfStep;
    /// Of all steps, where only some take part; else −1.
    private int rowsThatTakePart = -1;

    RowChunks(int batch, int steps) {
        this.batch = batch;
        this.steps = steps;
        stepsInChunk = Math.max(1, MOST_ROWS / Math.max(1, batch));
        partsOfStep = Math.max(1, (batch + MOST_ROWS - 1) / MOST_ROWS);
    }

    /// Cuts the rows as they take part now.
    void fit(SequenceRows rows) {
        rowsThatTakePart = rows.isFull() ? -1 : rows.before(steps);
    }

    int count() {
        if (rowsThatTakePart >= 0) {
            return (rowsThatTakePart + MOST_ROWS - 1) / MOST_ROWS;
        }
        return partsOfStep == 1 ? (steps + stepsInChunk - 1) / stepsInChunk : steps * partsOfStep;
    }

    /// Rows of the largest chunk.
    int capacity() {
        return Math.max(MOST_ROWS, partsOfStep == 1 ? Math.min(stepsInChunk, steps) * batch : 0);
    }

    /// The first row of a chunk.
    int firstRow(int chunk) {
        if (rowsThatTakePart >= 0) {
            return chunk * MOST_ROWS;
        }
        return chunk / partsOfStep * stepsInChunk * batch + chunk % partsOfStep * MOST_ROWS;
    }

    /// How many rows a chunk has.
    int rows(int chunk) {
        if (rowsThatTakePart >= 0) {
            return Math.min(MOST_ROWS, rowsThatTakePart - firstRow(chunk));
        }
        int endOfChunk = chunk % partsOfStep + 1 < partsOfStep
                ? firstRow(chunk) + MOST_ROWS
                : (chunk / partsOfStep + 1) * stepsInChunk * batch;
        return Math.min(endOfChunk, steps * batch) - firstRow(chunk);
    }
}

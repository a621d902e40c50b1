package org.lstm4j.nn.recurrent;

/// How much a recurrent pass works on.
///
/// @param batch rows, B
/// @param steps T
/// @param features numbers of an input, F
/// @param units H
/// @param outputs numbers of a hidden state: the units, or fewer when they are projected
/// @param cellUnits numbers of a cell state: the units, or 0 for cells that have none; the arrays of the cell state then hold a copy of
///        the hidden state
record RecurrentSizes(int batch, int steps, int features, int units, int outputs, int cellUnits) {

    /// Multiply-adds of a step of all rows.
    long stepWork() {
        return 4L * units * (features + outputs) * batch;
    }
}

package org.lstm4j.nn.recurrent;

/// How much a recurrent pass works on.
///
/// @param batch rows, B
/// @param steps T
/// @param features numbers of an input, F
/// @param units numbers of a cell state, H
/// @param outputs numbers of a hidden state: the units, or fewer when they are projected
record RecurrentSizes(int batch, int steps, int features, int units, int outputs) {

    /// Multiply-adds of a step of all rows.
    long stepWork() {
        return 4L * units * (features + outputs) * batch;
    }
}

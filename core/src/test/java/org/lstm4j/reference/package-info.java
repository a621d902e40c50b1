/// The textbook LSTM in double precision, and the proofs that rest on it.
///
/// This is the version to read first: plain loops over `double`, one statement a formula, no blocking, no reuse of buffers.
/// The shipped float32 layers are proved against it in two legs: here the hand-written gradients meet central differences
/// and PyTorch's own numbers; then the float32 layers meet the reference.
///
/// | letter | meaning |
/// |---|---|
/// | B, T, F, H, Y | batch, steps, features, units, outputs |
/// | x, h, c | input, hidden state, cell state; h′ and c′ are those of the step before |
/// | i, f, g, o | input gate, forget gate, candidate, output gate: the order of all arrays with 4H rows |
/// | W, R, b | `inputWeights` [4H, F], `recurrentWeights` [4H, H], `bias` [4H] |
/// | a | pre-activations, before the gates' σ and tanh |
/// | dv | the derivative of the loss L with respect to v |
@NullMarked
package org.lstm4j.reference;

import org.jspecify.annotations.NullMarked;

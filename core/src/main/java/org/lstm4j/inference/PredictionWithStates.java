package org.lstm4j.inference;

import org.lstm4j.tensor.Tensor;

/// What a network says, and the states its recurrent layers come to: PyTorch's `output, (h_n, c_n)`, Keras' `return_state`.
///
/// @param output as [Predictor#predict(Tensor)] gives it; the reader's own
/// @param states after each sequence's last step that counts, of every recurrent layer in order, with a row a sequence. Of a
///        bidirectional layer there are two: that of the forward direction, and that of the other after its last step, which is the
///        first of the sequence. So PyTorch's `h_n[2·layer + direction]` is `states.layers().get(2·layer + direction).hidden()`
public record PredictionWithStates(Tensor output, StreamState states) {}

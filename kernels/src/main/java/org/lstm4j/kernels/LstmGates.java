package org.lstm4j.kernels;

/// The element-wise half of an LSTM step, after the matrix product: pre-activations become gates, the gates move the cell
/// state, the cell state shows as hidden state.
///
/// ```
/// i = σ(ai)   f = σ(af)   g = tanh(ag)   o = σ(ao)
/// c = f·c′ + i·g                         (c′: cell state of the step before)
/// h = o·tanh(c)
/// ```
///
/// Source: Hochreiter and Schmidhuber, Long Short-Term Memory, 1997, with the forget gate of Gers, Schmidhuber and Cummins,
/// Learning to Forget, 2000.
///
/// An implementation computes every element by the same sequence of float32 operations as [ScalarLstmGates]. It works on one
/// block of [GatePanels#UNITS] units; implementations hold no state and may be called from any thread on disjoint rows.
public interface LstmGates {

    /// Gradients of hidden and cell states smaller than this, about 8·10⁻²⁵, count as 0.
    ///
    /// A gradient that fades through a long sequence would otherwise go on into float32's subnormal numbers, with which
    /// some processors multiply a hundred times more slowly: on an Intel Xeon with AVX-512 a training step over 168 steps took
    /// three to four times as long (docs/performance.md). No sum of a trained model feels what is cut off: float32 keeps seven
    /// digits, and this is twenty digits below gradients that move a weight.
    float FADED = 0x1p-80f;

    /// The gradient, or 0 where it is below [#FADED].
    static float unlessFaded(float gradient) {
        return Math.abs(gradient) < FADED ? 0f : gradient;
    }

    /// One step forward, for one block of units.
    ///
    /// | array | shape | in or out |
    /// |---|---|---|
    /// | `gates` | quarters i, f, g, o of [rows, 16], `gatesQuarter` apart | in: pre-activations; out: activated gates, which backward needs |
    /// | `cellBefore` | [rows, 16] | in |
    /// | `cell` | [rows, 16] | out; may be `cellBefore` at the same offset |
    /// | `cellTanh` | [rows, 16] | out: tanh(c), which backward needs |
    /// | `hidden` | row r at `hiddenOffset + r·hiddenStride`, 16 floats | out |
    void forward(
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
            int hiddenStride);

    /// One step backward, for one block of units: with dh = ∂L/∂h and dc = ∂L/∂c as it comes from the step after,
    ///
    /// ```
    /// dc += dh·o·(1 − tanh²(c))
    /// dai = dc·g·i·(1 − i)   daf = dc·c′·f·(1 − f)   dag = dc·i·(1 − g²)   dao = dh·tanh(c)·o·(1 − o)
    /// dc′ = dc·f
    /// ```
    ///
    /// where dh, and dc once it is complete, are 0 if they are below [#FADED].
    ///
    /// | array | shape | in or out |
    /// |---|---|---|
    /// | `gates` | quarters of [rows, 16], `gatesQuarter` apart | in: activated gates; out: gradients of the pre-activations |
    /// | `cellBefore`, `cellTanh` | [rows, 16] | in |
    /// | `hiddenGradient` | [rows, 16] | in |
    /// | `cellGradient` | [rows, 16] | in: dc of the step after; out: dc′ |
    void backward(
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
            int cellGradientOffset);
}

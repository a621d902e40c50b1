package org.lstm4j.nn.recurrent;

/// A cell whose units look at each other within a step, so that it works on whole rows and not on a block of units at a time.
///
/// The loop leaves it two sums apart, that of the products with the input and that of the products with the hidden state, and
/// takes their gradients apart. Threads share rows.
///
/// ```
/// forward:   products → beforeGates → gates of every block → afterGates
/// backward:  backward → products with the gradients of both sums
/// ```
interface RowCells {

    /// In forward the products of W_x and x_t; in backward their gradient comes to stand where they stood. In the layout of
    /// [RecurrentBuffers#gates].
    float[] inputSums();

    /// The same of W_h and what the step reads of the hidden state; zeros where it begins from the zero state.
    float[] hiddenSums();

    /// From both sums to the pre-activations of all blocks.
    void beforeGates(int t, int first, int rows);

    /// From gates and cell states of all blocks to what the cells give.
    void afterGates(int t, int first, int rows);

    /// Before the loop backward.
    void startGradients(int first, int places);

    /// The whole of a step's cells.
    ///
    /// @param outputGradient ∂L/∂(what the cells gave), [blocks, batch, 16]
    /// @param cellGradient in: ∂L/∂c as it comes from the step after; out: that of the cell state before this step
    void backward(int t, int first, int rows, float[] outputGradient, float[] cellGradient);
}

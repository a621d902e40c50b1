package org.lstm4j.forecast.baseline;

import java.util.function.ToDoubleFunction;

/// Finds the linear map y = W·x of least squared error over many windows, in closed form.
///
/// ```
/// (XᵀX + λ·I)·Wᵀ = XᵀY        λ = ridge · mean of the diagonal of XᵀX
/// ```
///
/// Windows are added one by one and not kept: only XᵀX and XᵀY are ([GramMatrix]), so that memory is
/// 8·inputs·(inputs + outputs) bytes whatever the number of windows. [#solve] may be called repeatedly, with other ridges or
/// after further windows.
///
/// Cost: inputs·(inputs/2 + outputs) multiplications a window; a solution takes about inputs²·(inputs/6 + outputs). In double,
/// in a fixed order: the same windows in the same order give the same bytes. Mutable, one caller at a time.
public final class LinearMapFit {

    private static final double LEAST_RIDGE = 1e-12;

    private final int inputs;
    private final int outputs;
    private final GramMatrix products;
    private final double[] window;
    private long windows;

    /// @param inputs length of every x, at least 1
    /// @param outputs length of every y, at least 1
    public LinearMapFit(int inputs, int outputs) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "a linear map needs at least 1 input and 1 output, but was given " + inputs + " and " + outputs);
        }
        this.inputs = inputs;
        this.outputs = outputs;
        this.products = new GramMatrix(inputs, inputs + outputs);
        this.window = new double[inputs + outputs];
    }

    /// Adds a window, unless a value in it is missing: a NaN among the outputs was not observed, and a map that knew some
    /// outputs from other windows than others would not be one least-squares solution.
    ///
    /// @param x normalised inputs, `[inputs]`
    /// @param y outputs in the same normalisation, `[outputs]`
    /// @return whether the window counts
    public boolean add(double[] x, double[] y) {
        if (x.length != inputs || y.length != outputs) {
            throw new IllegalArgumentException("the map takes " + inputs + " inputs to " + outputs
                    + " outputs, but was given arrays of " + x.length + " and " + y.length);
        }
        System.arraycopy(x, 0, window, 0, inputs);
        System.arraycopy(y, 0, window, inputs, outputs);
        for (double value : window) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        products.add(window);
        windows++;
        return true;
    }

    /// Length of every x.
    public int inputs() {
        return inputs;
    }

    /// Length of every y.
    public int outputs() {
        return outputs;
    }

    /// Windows that count so far.
    public long windows() {
        return windows;
    }

    /// The map for the windows so far.
    ///
    /// Where XᵀX + λ·I is singular to rounding, as with fewer windows than inputs and no ridge, the ridge is raised tenfold
    /// until it is not, from 1e-12 on; [LinearMap#ridge] is the one that served. An input that is always 0 gets the weight 0.
    ///
    /// @param ridge share of the mean square of the inputs that is added to each, 0 for plain least squares
    /// @throws IllegalStateException when no window counts
    public LinearMap solve(double ridge) {
        if (!(ridge >= 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException("ridge must be 0 or a positive number, but was " + ridge);
        }
        if (windows == 0) {
            throw new IllegalStateException(
                    "no window without missing values was added; a linear map needs at least 1");
        }
        double unit = products.meanDiagonal();
        if (unit == 0) {
            return new LinearMap(new double[outputs][inputs], ridge);
        }
        double raised = ridge;
        while (true) {
            Cholesky factor = new Cholesky(products.left(raised * unit));
            if (factor.isRegular()) {
                return new LinearMap(transposed(factor.solve(products.right())), raised);
            }
            raised = Math.max(10 * raised, LEAST_RIDGE);
        }
    }

    /// The map of the ridge with the least error; of equal ones the first.
    ///
    /// @param ridges at least one
    /// @param error of a map, on windows that were not added
    /// @throws IllegalStateException when no window counts
    public LinearMap solve(double[] ridges, ToDoubleFunction<LinearMap> error) {
        LinearMap best = solve(ridges[0]);
        double least = error.applyAsDouble(best);
        for (int index = 1; index < ridges.length; index++) {
            LinearMap other = solve(ridges[index]);
            double errorOfOther = error.applyAsDouble(other);
            if (errorOfOther < least) {
                best = other;
                least = errorOfOther;
            }
        }
        return best;
    }

    private double[][] transposed(double[][] rows) {
        double[][] columns = new double[outputs][inputs];
        for (int input = 0; input < inputs; input++) {
            for (int output = 0; output < outputs; output++) {
                columns[output][input] = rows[input][output];
            }
        }
        return columns;
    }
}

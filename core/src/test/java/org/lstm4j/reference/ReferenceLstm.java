package org.lstm4j.reference;

/// One LSTM layer as a textbook writes it: a sample at a time, a step at a time, a unit at a time.
///
/// ```
/// a = b + W·x + R·h′
/// i = σ(a_i)   f = σ(a_f)   g = tanh(a_g)   o = σ(a_o)
/// c = f·c′ + i·g
/// h = o·tanh(c)
/// ```
///
/// Backward walks the same lines from the last to the first with the chain rule. It is cut into four small methods, one a
/// formula, so that [FaultyLstm] can plant a mistake in each of them.
///
/// Source: Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins 2000.
class ReferenceLstm {

    /// W, [4H, F].
    final double[][] inputWeights;

    /// R, [4H, H].
    final double[][] recurrentWeights;

    /// b, [4H]. PyTorch's two biases come in as their sum; the gradient of either is the gradient of this one.
    final double[] bias;

    final int features;
    final int units;

    ReferenceLstm(double[][] inputWeights, double[][] recurrentWeights, double[] bias) {
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.bias = bias;
        this.features = inputWeights[0].length;
        this.units = recurrentWeights[0].length;
    }

    /// Runs all steps of all samples.
    ///
    /// @param input x, [B, T, F]
    /// @param initial the states before the first step
    ReferenceTrace forward(double[][][] input, ReferenceState initial) {
        ReferenceTrace trace = new ReferenceTrace(input, initial, units);
        for (int sample = 0; sample < trace.batch; sample++) {
            for (int step = 0; step < trace.steps; step++) {
                forwardStep(trace, sample, step);
            }
        }
        return trace;
    }

    private void forwardStep(ReferenceTrace trace, int sample, int step) {
        double[] a = preActivations(trace.input[sample][step], trace.hiddenBefore(sample, step));
        double[] cellBefore = trace.cellBefore(sample, step);
        double[] gates = trace.gates[sample][step];
        for (int unit = 0; unit < units; unit++) {
            double i = sigmoid(a[unit]);
            double f = sigmoid(a[units + unit]);
            double g = StrictMath.tanh(a[2 * units + unit]);
            double o = sigmoid(a[3 * units + unit]);
            double c = f * cellBefore[unit] + i * g;
            gates[unit] = i;
            gates[units + unit] = f;
            gates[2 * units + unit] = g;
            gates[3 * units + unit] = o;
            trace.cell[sample][step][unit] = c;
            trace.hidden[sample][step][unit] = o * StrictMath.tanh(c);
        }
    }

    /// a = b + W·x + R·h′, [4H].
    private double[] preActivations(double[] x, double[] hiddenBefore) {
        double[] a = bias.clone();
        for (int row = 0; row < 4 * units; row++) {
            for (int feature = 0; feature < features; feature++) {
                a[row] += inputWeights[row][feature] * x[feature];
            }
            for (int unit = 0; unit < units; unit++) {
                a[row] += recurrentWeights[row][unit] * hiddenBefore[unit];
            }
        }
        return a;
    }

    /// Carries the loss's gradient from the layer's results back to everything that went into it.
    ///
    /// @param trace what [#forward] returned
    /// @param hiddenGradient dL/dh of every step as seen from outside the layer, [B, T, H]
    /// @param finalGradient dL/dh and dL/dc of the final states, in addition to the above
    ReferenceGradients backward(ReferenceTrace trace, double[][][] hiddenGradient, ReferenceState finalGradient) {
        ReferenceGradients gradients = new ReferenceGradients(trace.batch, trace.steps, features, units);
        for (int sample = 0; sample < trace.batch; sample++) {
            double[] dh = finalGradient.hidden[sample].clone();
            double[] dc = finalGradient.cell[sample].clone();
            for (int step = trace.steps - 1; step >= 0; step--) {
                add(hiddenGradient[sample][step], dh);
                double[] da = backwardCell(trace, sample, step, dh, dc);
                addWeightGradients(gradients, trace, sample, step, da);
                gradients.input[sample][step] = inputGradient(da);
                dh = hiddenBeforeGradient(da);
            }
            gradients.initial.hidden[sample] = dh;
            gradients.initial.cell[sample] = dc;
        }
        return gradients;
    }

    /// From the states after a step back to its pre-activations and to c′.
    ///
    /// @param dh dL/dh of this step, everything that follows included
    /// @param dc in: dL/dc of this step by way of the steps that follow; out: dL/dc′
    /// @return da, [4H]
    double[] backwardCell(ReferenceTrace trace, int sample, int step, double[] dh, double[] dc) {
        double[] gates = trace.gates[sample][step];
        double[] cellBefore = trace.cellBefore(sample, step);
        double[] da = new double[4 * units];
        for (int unit = 0; unit < units; unit++) {
            double i = gates[unit];
            double f = gates[units + unit];
            double g = gates[2 * units + unit];
            double o = gates[3 * units + unit];
            double tanhC = StrictMath.tanh(trace.cell[sample][step][unit]);

            // h = o·tanh(c), and tanh′(c) = 1 − tanh²(c)
            double dO = dh[unit] * tanhC;
            double dC = dc[unit] + dh[unit] * o * (1 - tanhC * tanhC);
            // c = f·c′ + i·g
            double dI = dC * g;
            double dF = dC * cellBefore[unit];
            double dG = dC * i;
            dc[unit] = dC * f;
            // σ′(a) = σ(a)·(1 − σ(a)), and tanh′(a) = 1 − tanh²(a)
            da[unit] = dI * i * (1 - i);
            da[units + unit] = dF * f * (1 - f);
            da[2 * units + unit] = dG * (1 - g * g);
            da[3 * units + unit] = dO * o * (1 - o);
        }
        return da;
    }

    /// dW += da·xᵀ,  dR += da·h′ᵀ,  db += da: the weights serve every step of every sample, so their gradients are sums.
    void addWeightGradients(ReferenceGradients gradients, ReferenceTrace trace, int sample, int step, double[] da) {
        double[] x = trace.input[sample][step];
        double[] hiddenBefore = trace.hiddenBefore(sample, step);
        for (int row = 0; row < 4 * units; row++) {
            for (int feature = 0; feature < features; feature++) {
                gradients.inputWeights[row][feature] += da[row] * x[feature];
            }
            for (int unit = 0; unit < units; unit++) {
                gradients.recurrentWeights[row][unit] += da[row] * hiddenBefore[unit];
            }
            gradients.bias[row] += da[row];
        }
    }

    /// dx = Wᵀ·da, [F].
    double[] inputGradient(double[] da) {
        return transposedProduct(inputWeights, da);
    }

    /// dh′ = Rᵀ·da, [H].
    double[] hiddenBeforeGradient(double[] da) {
        return transposedProduct(recurrentWeights, da);
    }

    private static double[] transposedProduct(double[][] matrix, double[] vector) {
        double[] product = new double[matrix[0].length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < product.length; column++) {
                product[column] += matrix[row][column] * vector[row];
            }
        }
        return product;
    }

    private static void add(double[] values, double[] sum) {
        for (int index = 0; index < sum.length; index++) {
            sum[index] += values[index];
        }
    }

    /// σ(a) = 1 / (1 + e⁻ᵃ).
    private static double sigmoid(double a) {
        return 1 / (1 + StrictMath.exp(-a));
    }
}

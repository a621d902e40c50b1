package org.lstm4j.reference;

/// How far float32 rounding can move the numbers of one LSTM layer: the variance of each, in units of ε² with ε = 2⁻²⁴.
///
/// Every float32 operation multiplies its result by 1 + δ with |δ| ≤ ε. Taken as independent with mean 0, the δ add up in
/// squares, and a number y = f(u, v, …) has to first order
///
/// ```
/// V[y] = (∂y/∂u)²·V[u] + (∂y/∂v)²·V[v] + … + y²                         the last for the rounding of y itself
/// V[Σ u·v] = Σ (u²·V[v] + v²·V[u]) + Σ s²                               s: the partial sums, each rounded once
/// ```
///
/// Here these two rules are applied to each line of [ReferenceLstm], in the order in which the shipped layers compute; their
/// σ and tanh are off by at most 2.5 ulp, which is 5 ε.
///
/// Source: Higham and Mary, A New Approach to Probabilistic Rounding Error Analysis, 2019: with the δ independent, an error
/// beyond λ standard deviations is about as rare as in a normal distribution. Adding up |δ| in place of squares would give a bound
/// that nothing can exceed, but after a few steps also one that excludes nothing: at every step it grows with the sum of |R|
/// over a whole row.
final class LstmRounding {

    /// 2.5 ulp in units of ε, squared.
    private static final double ACTIVATION = 25;

    private final ReferenceLstm lstm;
    private final ReferenceTrace trace;
    private final int units;
    private final ReferenceTrace variance;
    private final double[][][] tanhVariance;

    LstmRounding(ReferenceLstm lstm, ReferenceTrace trace, double[][][] inputVariance) {
        this.lstm = lstm;
        this.trace = trace;
        this.units = lstm.units;
        this.variance = new ReferenceTrace(inputVariance, new ReferenceState(trace.batch, units), units);
        this.tanhVariance = new double[trace.batch][trace.steps][units];
        for (int sample = 0; sample < trace.batch; sample++) {
            for (int step = 0; step < trace.steps; step++) {
                forwardStep(sample, step);
            }
        }
    }

    /// The variances of x, h, c and the gates, in a trace's shapes. Initial states are exact.
    ReferenceTrace variance() {
        return variance;
    }

    /// V[tanh(c)], [B, T, H].
    double[][][] tanhVariance() {
        return tanhVariance;
    }

    private void forwardStep(int sample, int step) {
        double[] preActivation = preActivations(sample, step);
        double[] gates = trace.gates[sample][step];
        double[] gateVariance = variance.gates[sample][step];
        for (int row = 0; row < 4 * units; row++) {
            double gate = gates[row];
            double slope = row / units == 2 ? 1 - gate * gate : gate * (1 - gate);
            gateVariance[row] = square(slope) * preActivation[row] + ACTIVATION * square(gate);
        }
        for (int unit = 0; unit < units; unit++) {
            double i = gates[unit];
            double f = gates[units + unit];
            double g = gates[2 * units + unit];
            double o = gates[3 * units + unit];
            double cBefore = trace.cellBefore(sample, step)[unit];
            double c = trace.cell[sample][step][unit];
            double tanhC = StrictMath.tanh(c);
            // c = f·c′ + i·g
            double cell = product(f, gateVariance[units + unit], cBefore, variance.cellBefore(sample, step)[unit])
                    + product(i, gateVariance[unit], g, gateVariance[2 * units + unit])
                    + square(i * g)
                    + square(c);
            // h = o·tanh(c)
            double tanh = square(1 - square(tanhC)) * cell + ACTIVATION * square(tanhC);
            variance.cell[sample][step][unit] = cell;
            tanhVariance[sample][step][unit] = tanh;
            variance.hidden[sample][step][unit] = product(o, gateVariance[3 * units + unit], tanhC, tanh)
                    + square(o * tanhC);
        }
    }

    /// a = b + W·x + R·h′.
    private double[] preActivations(int sample, int step) {
        double[] a = new double[4 * units];
        for (int row = 0; row < 4 * units; row++) {
            RoundedSum sum = new RoundedSum(lstm.bias[row], 0);
            sum.addProducts(lstm.inputWeights[row], trace.input[sample][step], variance.input[sample][step]);
            sum.addProducts(
                    lstm.recurrentWeights[row],
                    trace.hiddenBefore(sample, step),
                    variance.hiddenBefore(sample, step));
            a[row] = sum.variance();
        }
        return a;
    }

    private static double product(double left, double leftVariance, double right, double rightVariance) {
        return square(left) * rightVariance + square(right) * leftVariance;
    }

    private static double square(double value) {
        return value * value;
    }
}

package org.lstm4j.reference;

/// [LstmRounding] for the way back: the variance of every gradient of one layer, by the same two rules.
final class LstmBackwardRounding {

    private final ReferenceLstm lstm;
    private final ReferenceTrace trace;
    private final int units;

    /// The variances of the forward pass.
    private final ReferenceTrace forward;
    private final double[][][] tanhVariance;

    /// da and V[da], [B, T, 4H].
    private final double[][][] gateGradient;
    private final double[][][] gateVariance;

    /// The variances, in the shapes of what they belong to.
    private final ReferenceGradients variance;

    LstmBackwardRounding(ReferenceLstm lstm, ReferenceTrace trace, LstmRounding forward) {
        this.lstm = lstm;
        this.trace = trace;
        this.forward = forward.variance();
        this.tanhVariance = forward.tanhVariance();
        this.units = lstm.units;
        this.gateGradient = new double[trace.batch][trace.steps][];
        this.gateVariance = new double[trace.batch][trace.steps][4 * units];
        this.variance = new ReferenceGradients(trace.batch, trace.steps, lstm.features, units);
    }

    /// @param hiddenGradient dL/dh of every step as seen from outside the layer, [B, T, H]
    /// @param hiddenVariance its variance
    /// @param finalGradient dL/dh and dL/dc of the final states, exact
    ReferenceGradients run(double[][][] hiddenGradient, double[][][] hiddenVariance, ReferenceState finalGradient) {
        for (int sample = 0; sample < trace.batch; sample++) {
            runSample(sample, hiddenGradient[sample], hiddenVariance[sample], finalGradient);
        }
        sumWeightGradients();
        return variance;
    }

    private void runSample(int sample, double[][] outside, double[][] outsideVariance, ReferenceState finalGradient) {
        double[] dh = finalGradient.hidden[sample].clone();
        double[] dhVariance = new double[units];
        double[] dc = finalGradient.cell[sample].clone();
        double[] dcVariance = new double[units];
        for (int step = trace.steps - 1; step >= 0; step--) {
            for (int unit = 0; unit < units; unit++) {
                dh[unit] += outside[step][unit];
                dhVariance[unit] += outsideVariance[step][unit] + square(dh[unit]);
            }
            backwardCell(sample, step, dh, dhVariance, dc, dcVariance);
            double[] da = lstm.backwardCell(trace, sample, step, dh, dc);
            double[] daVariance = gateVariance[sample][step];
            gateGradient[sample][step] = da;
            dh = lstm.hiddenBeforeGradient(da);
            dhVariance = transposedProduct(lstm.recurrentWeights, da, daVariance);
            variance.input[sample][step] = transposedProduct(lstm.inputWeights, da, daVariance);
        }
        variance.initial.hidden[sample] = dhVariance;
        variance.initial.cell[sample] = dcVariance;
    }

    /// V[da] of one step; `dcVariance` goes in as that of dc and comes out as that of dc′.
    private void backwardCell(
            int sample,
            int step,
            double[] dh,
            double[] dhVariance,
            double[] dc,
            double[] dcVariance) {
        double[] gates = trace.gates[sample][step];
        double[] v = forward.gates[sample][step];
        double[] result = gateVariance[sample][step];
        for (int unit = 0; unit < units; unit++) {
            int fAt = units + unit;
            int gAt = 2 * units + unit;
            int oAt = 3 * units + unit;
            double i = gates[unit];
            double f = gates[fAt];
            double g = gates[gAt];
            double o = gates[oAt];
            double cBefore = trace.cellBefore(sample, step)[unit];
            double cBeforeVariance = forward.cellBefore(sample, step)[unit];
            double tanhC = StrictMath.tanh(trace.cell[sample][step][unit]);
            double tanhV = tanhVariance[sample][step][unit];

            // dC = dc + (dh·o)·(1 − tanh²(c)): the last product goes into the sum unrounded
            double slope = 1 - square(tanhC);
            double dC = dc[unit] + dh[unit] * o * slope;
            double dCVariance = dcVariance[unit] + square(o * slope) * dhVariance[unit]
                    + square(dh[unit] * slope) * v[oAt]
                    + square(2 * dh[unit] * o * tanhC) * tanhV
                    + 2 * square(dh[unit] * o * slope)
                    + square(dC);
            // da_i = dC·g·(i·(1 − i)), four roundings; da_f alike with c′ for g
            result[unit] = gated(dC, dCVariance, g, v[gAt], i, v[unit]);
            result[fAt] = gated(dC, dCVariance, cBefore, cBeforeVariance, f, v[fAt]);
            // da_o = dh·tanh(c)·(o·(1 − o))
            result[oAt] = gated(dh[unit], dhVariance[unit], tanhC, tanhV, o, v[oAt]);
            // da_g = dC·i·(1 − g²), three roundings
            double gSlope = 1 - square(g);
            result[gAt] = square(i * gSlope) * dCVariance + square(dC * gSlope) * v[unit]
                    + square(2 * dC * i * g) * v[gAt]
                    + 3 * square(dC * i * gSlope);
            // dc′ = dC·f
            dcVariance[unit] = square(f) * dCVariance + square(dC) * v[fAt] + square(dC * f);
        }
    }

    /// V[d·u·s·(1 − s)].
    private static double gated(
            double d,
            double dVariance,
            double u,
            double uVariance,
            double s,
            double sVariance) {
        double slope = s * (1 - s);
        return square(u * slope) * dVariance + square(d * slope) * uVariance
                + square(d * u * (1 - 2 * s)) * sVariance
                + 4 * square(d * u * slope);
    }

    private static double[] transposedProduct(double[][] matrix, double[] vector, double[] vectorVariance) {
        double[] product = new double[matrix[0].length];
        for (int column = 0; column < product.length; column++) {
            RoundedSum sum = new RoundedSum(0, 0);
            for (int row = 0; row < matrix.length; row++) {
                sum.addProduct(matrix[row][column], 0, vector[row], vectorVariance[row]);
            }
            product[column] = sum.variance();
        }
        return product;
    }

    /// dW = Σ da·x, dR = Σ da·h′ and db = Σ da, over steps, then samples.
    private void sumWeightGradients() {
        double[][] da = columns((sample, step) -> gateGradient[sample][step]);
        double[][] daVariance = columns((sample, step) -> gateVariance[sample][step]);
        double[][] x = columns((sample, step) -> trace.input[sample][step]);
        double[][] xVariance = columns((sample, step) -> forward.input[sample][step]);
        double[][] hBefore = columns(trace::hiddenBefore);
        double[][] hVariance = columns(forward::hiddenBefore);
        for (int row = 0; row < 4 * units; row++) {
            RoundedSum bias = new RoundedSum(0, 0);
            for (int index = 0; index < da[row].length; index++) {
                bias.add(da[row][index], daVariance[row][index]);
            }
            variance.bias[row] = bias.variance();
            for (int feature = 0; feature < lstm.features; feature++) {
                variance.inputWeights[row][feature] = sumOfProducts(da[row], daVariance[row], x[feature],
                        xVariance[feature]);
            }
            for (int unit = 0; unit < units; unit++) {
                variance.recurrentWeights[row][unit] = sumOfProducts(da[row], daVariance[row], hBefore[unit],
                        hVariance[unit]);
            }
        }
    }

    private static double sumOfProducts(double[] left, double[] leftVariance, double[] right, double[] rightVariance) {
        RoundedSum sum = new RoundedSum(0, 0);
        for (int index = 0; index < left.length; index++) {
            sum.addProduct(left[index], leftVariance[index], right[index], rightVariance[index]);
        }
        return sum.variance();
    }

    @FunctionalInterface
    private interface StepValues {
        double[] at(int sample, int step);
    }

    /// What each step of each sample has, in the order of the sums: one array for every element.
    private double[][] columns(StepValues values) {
        double[][] columns = new double[values.at(0, 0).length][trace.steps * trace.batch];
        for (int step = 0; step < trace.steps; step++) {
            for (int sample = 0; sample < trace.batch; sample++) {
                double[] row = values.at(sample, step);
                for (int column = 0; column < columns.length; column++) {
                    columns[column][step * trace.batch + sample] = row[column];
                }
            }
        }
        return columns;
    }

    private static double square(double value) {
        return value * value;
    }
}

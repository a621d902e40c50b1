package org.lstm4j.reference;

import java.util.Arrays;

/// The layer normalisation within an LSTM cell, written in scalars that know their derivatives:
///
/// ```
/// LN(x) = γ·(x − mean(x)) / √(variance(x) + 10⁻⁵)
/// ```
final class TextbookNormalization {

    private static final double EPSILON = 1e-5;
    private static final int GATES = 4;

    private final Scalar[] inputGain;
    private final Scalar[] hiddenGain;
    private final Scalar[] cellGain;
    private final Scalar[] cellShift;
    private final TextbookFault fault;

    /// Gains of the products, [4H] each; gain and shift of the cell state, [H] each.
    TextbookNormalization(
            Scalar[] inputGain, Scalar[] hiddenGain, Scalar[] cellGain, Scalar[] cellShift, TextbookFault fault) {
        this.inputGain = inputGain;
        this.hiddenGain = hiddenGain;
        this.cellGain = cellGain;
        this.cellShift = cellShift;
        this.fault = fault;
    }

    /// What the sums of both products, [4H] each, give to the pre-activations.
    Scalar[] ofProducts(Scalar[] fromInput, Scalar[] fromHidden) {
        if (fault == TextbookFault.PRODUCTS_NORMALIZED_TOGETHER) {
            return scaled(normalized(sum(fromInput, fromHidden)), inputGain);
        }
        boolean swapped = fault == TextbookFault.SWAPPED_GAINS_OF_PRODUCTS;
        return sum(scaled(ofGates(fromInput), swapped ? hiddenGain : inputGain),
                scaled(ofGates(fromHidden), swapped ? inputGain : hiddenGain));
    }

    Scalar[] ofCell(Scalar[] state) {
        return fault == TextbookFault.NO_NORMALIZATION_OF_CELL_STATE
                ? state
                : sum(scaled(normalized(state), cellGain), cellShift);
    }

    private Scalar[] ofGates(Scalar[] sums) {
        if (fault != TextbookFault.GATES_NORMALIZED_APART) {
            return normalized(sums);
        }
        Scalar[] result = new Scalar[sums.length];
        int units = sums.length / GATES;
        for (int from = 0; from < sums.length; from += units) {
            System.arraycopy(normalized(Arrays.copyOfRange(sums, from, from + units)), 0, result, from, units);
        }
        return result;
    }

    private Scalar[] normalized(Scalar[] x) {
        Scalar mean = mean(x);
        Scalar subtracted = fault == TextbookFault.MEAN_IS_CONSTANT ? Scalar.of(mean.value) : mean;
        Scalar[] squares = new Scalar[x.length];
        Arrays.setAll(squares, index -> x[index].minus(mean).times(x[index].minus(mean)));
        Scalar inverse = mean(squares).plus(EPSILON).squareRoot().reciprocal();
        Scalar factor = fault == TextbookFault.DEVIATION_IS_CONSTANT ? Scalar.of(inverse.value) : inverse;
        Scalar[] result = new Scalar[x.length];
        Arrays.setAll(result, index -> x[index].minus(subtracted).times(factor));
        return result;
    }

    private static Scalar mean(Scalar[] x) {
        Scalar sum = x[0];
        for (int index = 1; index < x.length; index++) {
            sum = sum.plus(x[index]);
        }
        return sum.times(1.0 / x.length);
    }

    private static Scalar[] scaled(Scalar[] x, Scalar[] gain) {
        Scalar[] result = new Scalar[x.length];
        Arrays.setAll(result, index -> x[index].times(gain[index]));
        return result;
    }

    private static Scalar[] sum(Scalar[] a, Scalar[] b) {
        Scalar[] result = new Scalar[a.length];
        Arrays.setAll(result, index -> a[index].plus(b[index]));
        return result;
    }
}

package org.lstm4j.reference;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What the float32 layers may give for a [RandomCase]: the reference's results, and around each an interval as wide as
/// rounding explains.
///
/// ```
/// |float32 − reference| ≤ λ·ε·√V        ε = 2⁻²⁴, λ = 8, V: the variance by LstmRounding, for each element its own
/// ```
///
/// Of ten million elements in a thousand cases the worst was seen at 3.9 of the 8, of fifty million in five thousand others at
/// 5.0; their root mean square is 0.3, and large cases come no closer to the bound than small ones. Eight rather than the five
/// or six that a normal distribution would ask for, because the errors of one case share their causes. An element for which V
/// is 0 must be met exactly.
final class RoundingBound {

    static final double LAMBDA = 8;

    private static final double EPSILON = 0x1p-24;

    private final Map<String, double[]> expected;
    private final Map<String, double[]> variance;
    private final double[][][] outputGradient;

    RoundingBound(RandomCase example) {
        this(example, UnaryOperator.identity());
    }

    /// @param layers what to put in place of each LSTM layer of the reference: itself, or one with a planted fault
    RoundingBound(RandomCase example, UnaryOperator<ReferenceLstm> layers) {
        CaseRun run = new CaseRun(example, layers);
        outputGradient = run.floatOutputGradient();
        expected = run.results(outputGradient).byName();
        variance = run.variances(outputGradient).byName();
    }

    /// dL/doutput for both to begin backward with, floats.
    double[][][] outputGradient() {
        return outputGradient;
    }

    /// The largest |float32 − reference| / (ε·√V).
    Worst deviation(Map<String, float[]> results) {
        Worst worst = new Worst();
        results.forEach((name, actual) -> {
            double[] values = Objects.requireNonNull(expected.get(name), name);
            double[] variances = Objects.requireNonNull(variance.get(name), name);
            for (int index = 0; index < values.length; index++) {
                double difference = Math.abs(actual[index] - values[index]);
                double unit = EPSILON * Math.sqrt(variances[index]);
                worst.see(difference == 0 ? 0 : difference / unit, name + "[" + index + "]");
            }
        });
        return worst;
    }
}

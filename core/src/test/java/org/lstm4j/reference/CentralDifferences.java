package org.lstm4j.reference;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/// Compares gradients with what the loss itself says when one element is moved a little.
///
/// The difference is the central one of fourth order,
///
/// ```
/// dL/dv ≈ (8·(L(v+s) − L(v−s)) − (L(v+2s) − L(v−2s))) / 12s
/// ```
///
/// whose own error is s⁴·L⁽⁵⁾/30 from the formula and some ε·|L|/s from rounding L: with s = 1e-3, near 1e-13 each. The usual
/// difference of second order cannot do better than about 1e-10, too coarse for gradients that have faded over many steps.
///
/// The relative error of an element is |analytic − numeric| / max(|analytic|, |numeric|, [#FLOOR]). The floor keeps elements
/// near zero, some of them exactly zero where signs cancel, from being judged by the difference's own noise.
final class CentralDifferences {

    private static final double STEP = 1e-3;

    /// A gradient smaller than this is judged as if it were this large.
    static final double FLOOR = 1e-6;

    private final DoubleSupplier loss;
    private final SplittableRandom random;

    CentralDifferences(DoubleSupplier loss, SplittableRandom random) {
        this.loss = loss;
        this.random = random;
    }

    /// Checks a random choice of elements, tensors of all sizes alike, or all elements when there are no more than `atMost`.
    Worst check(List<CheckedTensor> tensors, int atMost) {
        Worst worst = new Worst();
        int all = tensors.stream().mapToInt(CheckedTensor::count).sum();
        List<BitSet> seen = tensors.stream().map(tensor -> new BitSet(tensor.count())).toList();
        for (int checked = 0; checked < Math.min(all, atMost);) {
            int choice = random.nextInt(tensors.size());
            CheckedTensor tensor = tensors.get(choice);
            int element = random.nextInt(tensor.count());
            if (!seen.get(choice).get(element)) {
                seen.get(choice).set(element);
                worst.see(relativeError(tensor, element), tensor.name() + "[" + element + "]");
                checked++;
            }
        }
        return worst;
    }

    private double relativeError(CheckedTensor tensor, int element) {
        int row = 0;
        int column = element;
        while (column >= tensor.values().get(row).length) {
            column -= tensor.values().get(row).length;
            row++;
        }
        double numeric = derivative(tensor.values().get(row), column);
        double analytic = tensor.gradients().get(row)[column];
        double scale = Math.max(Math.max(Math.abs(analytic), Math.abs(numeric)), FLOOR);
        return Math.abs(analytic - numeric) / scale;
    }

    private double derivative(double[] row, int column) {
        double value = row[column];
        double near = lossAt(row, column, value + STEP) - lossAt(row, column, value - STEP);
        double far = lossAt(row, column, value + 2 * STEP) - lossAt(row, column, value - 2 * STEP);
        row[column] = value;
        return (8 * near - far) / (12 * STEP);
    }

    private double lossAt(double[] row, int column, double value) {
        row[column] = value;
        return loss.getAsDouble();
    }
}

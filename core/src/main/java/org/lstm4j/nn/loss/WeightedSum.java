package org.lstm4j.nn.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.tensor.Tensor;

/// Several losses at once: L = Σᵢ wᵢ·Lᵢ. Any losses but those that look at a whole batch, and other sums too.
///
/// {@snippet :
/// Loss loss = WeightedSum.of(0.8, new MeanSquaredError()).plus(0.2, new CosineSimilarity());
/// }
///
/// @param terms at least one; all need the same targets
public record WeightedSum(List<Term> terms) implements RowLoss {

    /// One loss of the sum.
    ///
    /// @param weight finite and above 0
    public record Term(double weight, RowLoss loss) {

        public Term {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight of the loss " + loss.name()
                        + " must be finite and above 0, but was " + weight + "; leave it out instead of 0");
            }
        }
    }

    public WeightedSum {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a sum of losses needs at least one loss");
        }
    }

    /// The first loss.
    public static WeightedSum of(double weight, RowLoss loss) {
        return new WeightedSum(List.of(new Term(weight, loss)));
    }

    /// This and another loss.
    public WeightedSum plus(double weight, RowLoss loss) {
        List<Term> all = new ArrayList<>(terms);
        all.add(new Term(weight, loss));
        return new WeightedSum(all);
    }

    /// `0.8*mse+0.2*cosine`.
    @Override
    public String name() {
        return terms.stream().map(term -> term.weight() + "*" + term.loss().name()).collect(Collectors.joining("+"));
    }

    @Override
    public int targets(int outputs) {
        int targets = terms.getFirst().loss().targets(outputs);
        for (int index = 1; index < terms.size(); index++) {
            if (terms.get(index).loss().targets(outputs) != targets) {
                throw new IllegalArgumentException("the losses of " + name() + " need targets of different sizes for "
                        + outputs + " outputs, so they cannot be added");
            }
        }
        return targets;
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        double sum = 0;
        for (int index = 0; index < terms.size(); index++) {
            sum += terms.get(index).weight() * terms.get(index).loss().rowValue(prediction, target, row);
        }
        return sum;
    }

    @Override
    public void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        for (int index = 0; index < terms.size(); index++) {
            Term term = terms.get(index);
            term.loss().addRowGradient(prediction, target, row, (float) (factor * term.weight()), gradient);
        }
    }
}

package org.lstm4j.reference;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.lstm4j.nn.loss.BinaryCrossEntropy;
import org.lstm4j.nn.loss.BinaryCrossEntropyOnLogits;
import org.lstm4j.nn.loss.CategoricalCrossEntropy;
import org.lstm4j.nn.loss.CategoricalCrossEntropyOnLogits;
import org.lstm4j.nn.loss.CosineSimilarity;
import org.lstm4j.nn.loss.GaussianNegativeLogLikelihood;
import org.lstm4j.nn.loss.Hinge;
import org.lstm4j.nn.loss.LaplaceNegativeLogLikelihood;
import org.lstm4j.nn.loss.LogCosh;
import org.lstm4j.nn.loss.LogNormalNegativeLogLikelihood;
import org.lstm4j.nn.loss.MeanAbsolutePercentageError;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.loss.MeanSquaredLogarithmicError;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.nn.loss.NegativeBinomialNegativeLogLikelihood;
import org.lstm4j.nn.loss.Poisson;
import org.lstm4j.nn.loss.PoissonOnLogs;
import org.lstm4j.nn.loss.Quantile;
import org.lstm4j.nn.loss.Quantiles;
import org.lstm4j.nn.loss.RowLoss;
import org.lstm4j.nn.loss.SparseCategoricalCrossEntropyOnLogits;
import org.lstm4j.nn.loss.StudentTNegativeLogLikelihood;
import org.lstm4j.nn.loss.SymmetricMeanAbsolutePercentageError;
import org.lstm4j.nn.loss.WeightedSum;

/// A shipped loss, its reference, and what numbers it is for.
///
/// @param outputs of a row
/// @param prediction draws one output
/// @param target draws one target value
record LossCase(RowLoss shipped, ReferenceRowLoss reference, int outputs, ToDoubleFunction<SplittableRandom> prediction,
        ToDoubleFunction<SplittableRandom> target) {

    /// Every shipped loss but mse, mae and huber, which [ShippedLossTest] has.
    static List<LossCase> all() {
        return List.of(
                new LossCase(new MeanAbsolutePercentageError(), ReferenceRowLoss.meanAbsolutePercentageError(0), 3,
                        prediction(-2, 2), target(0.5, 2)),
                new LossCase(new MeanAbsolutePercentageError(0.5f), ReferenceRowLoss.meanAbsolutePercentageError(0.5),
                        3,
                        prediction(-2, 2), target(-1, 1)),
                new LossCase(new SymmetricMeanAbsolutePercentageError(),
                        ReferenceRowLoss.symmetricMeanAbsolutePercentageError(), 3, prediction(-2, 2), target(-2, 2)),
                new LossCase(new MeanSquaredLogarithmicError(), ReferenceRowLoss.meanSquaredLogarithmicError(), 3,
                        prediction(-0.9, 5), target(-0.9, 5)),
                new LossCase(new LogCosh(), ReferenceRowLoss.logCosh(), 3, prediction(-3, 3), target(-3, 3)),
                new LossCase(new Poisson(), ReferenceRowLoss.poisson(), 3, prediction(0.1, 5), count(7)),
                new LossCase(new PoissonOnLogs(), ReferenceRowLoss.poissonOnLogs(), 3, prediction(-3, 3), count(7)),
                new LossCase(new BinaryCrossEntropy(), ReferenceRowLoss.binaryCrossEntropy(), 3, prediction(0.05, 0.95),
                        count(2)),
                new LossCase(new BinaryCrossEntropyOnLogits(), ReferenceRowLoss.binaryCrossEntropyOnLogits(), 3,
                        prediction(-5, 5), count(2)),
                new LossCase(new Hinge(), ReferenceRowLoss.hinge(), 3, prediction(-3, 3),
                        random -> random.nextInt(2) * 2 - 1),
                new LossCase(new Quantile(0.875), ReferenceRowLoss.quantile(0.875), 3, prediction(-2, 2),
                        target(-2, 2)),
                new LossCase(Quantiles.of(0.125, 0.5, 0.75), ReferenceRowLoss.quantiles(0.125, 0.5, 0.75), 6,
                        prediction(-2, 2), target(-2, 2)),
                new LossCase(new CosineSimilarity(), ReferenceRowLoss.cosineSimilarity(), 4, prediction(-2, 2),
                        target(-2, 2)),
                new LossCase(new GaussianNegativeLogLikelihood(), ReferenceRowLoss.gaussian(1e-3), 6, prediction(-2, 2),
                        target(-2, 2)),
                new LossCase(MonotoneQuantiles.of(0.125, 0.5, 0.75),
                        ReferenceRowLoss.threeMonotoneQuantiles(0.125, 0.5, 0.75), 6, prediction(-2, 2), target(-2, 2)),
                new LossCase(new StudentTNegativeLogLikelihood(), ReferenceRowLoss.studentT(1e-3), 6,
                        prediction(-2, 2), target(-2, 2)),
                new LossCase(new StudentTNegativeLogLikelihood(0.5), ReferenceRowLoss.studentT(0.5), 3,
                        prediction(-1, 9), target(-9, 9)),
                new LossCase(new LaplaceNegativeLogLikelihood(), ReferenceRowLoss.laplace(1e-3), 6,
                        prediction(-2, 2), target(-2, 2)),
                new LossCase(new LogNormalNegativeLogLikelihood(), ReferenceRowLoss.logNormal(1e-3), 6,
                        prediction(-2, 2), target(0.25, 5)),
                new LossCase(new NegativeBinomialNegativeLogLikelihood(), ReferenceRowLoss.negativeBinomial(), 6,
                        prediction(-3, 3), count(12)),
                new LossCase(new CategoricalCrossEntropy(), ReferenceRowLoss.categoricalCrossEntropy(), 4,
                        prediction(0.1, 0.9), target(0, 1)),
                new LossCase(new CategoricalCrossEntropyOnLogits(), ReferenceRowLoss.categoricalCrossEntropyOnLogits(),
                        4,
                        prediction(-3, 3), target(0, 1)),
                new LossCase(new SparseCategoricalCrossEntropyOnLogits(),
                        ReferenceRowLoss.sparseCategoricalCrossEntropyOnLogits(), 4, prediction(-3, 3), count(4)),
                new LossCase(WeightedSum.of(0.75, new LogCosh()).plus(0.5, new CosineSimilarity()),
                        ReferenceRowLoss.logCosh().plus(0.75, 0.5, ReferenceRowLoss.cosineSimilarity()), 4,
                        prediction(-2, 2), target(-2, 2)),
                new LossCase(WeightedSum.of(1, new MeanSquaredError()).plus(2, new LogCosh()),
                        ReferenceRowLoss.elementwise("mse", (f, y) -> (f - y) * (f - y))
                                .plus(1, 2, ReferenceRowLoss.logCosh()),
                        3, prediction(-2, 2), target(-2, 2)));
    }

    /// Targets are multiples of 1/32, predictions lie between them: never within a difference's step of a kink, which
    /// is where the two are equal, or where one of them or their product is a whole number.
    private static ToDoubleFunction<SplittableRandom> target(double from, double to) {
        return random -> Math.floor(32 * random.nextDouble(from, to)) / 32;
    }

    private static ToDoubleFunction<SplittableRandom> prediction(double from, double to) {
        return random -> (Math.floor(32 * random.nextDouble(from, to)) + 0.5) / 32;
    }

    private static ToDoubleFunction<SplittableRandom> count(int bound) {
        return random -> random.nextInt(bound);
    }

    double[][] drawPredictions(int rows, SplittableRandom random) {
        return draw(rows, outputs, prediction, random);
    }

    double[][] drawTargets(int rows, SplittableRandom random) {
        return draw(rows, shipped.targets(outputs), target, random);
    }

    private static double[][] draw(int rows, int columns, ToDoubleFunction<SplittableRandom> element,
            SplittableRandom random) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int column = 0; column < columns; column++) {
                row[column] = element.applyAsDouble(random);
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return shipped.toString();
    }
}

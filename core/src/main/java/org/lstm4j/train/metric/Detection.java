package org.lstm4j.train.metric;

import java.util.Locale;
import java.util.Objects;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// How well a rare yes is found. A prediction above the threshold is a yes; a target above ½ is one. With right yeses R, false
/// yeses F and missed ones M:
///
/// | score | formula | 0 also when |
/// |---|---|---|
/// | `precision` | R / (R + F): how many of the yeses are right | there is no yes |
/// | `recall` | R / (R + M): how many are found | there is none to find |
/// | `f1` | 2·R / (2·R + F + M) | neither |
///
/// Over all outputs and steps alike; as Keras' metrics of these names.
///
/// @param score which of them
/// @param threshold 0.5 for probabilities, 0 for logits and for scores of the hinge loss
public record Detection(Score score, double threshold) implements Metric {

    /// What is made of right, false and missed yeses.
    public enum Score {
        PRECISION, RECALL, F1
    }

    public Detection {
        Objects.requireNonNull(score, "score");
        BinaryAccuracy.requireThreshold(threshold);
    }

    /// For probabilities.
    public Detection(Score score) {
        this(score, 0.5);
    }

    @Override
    public String name() {
        return score.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return new Counts(this);
    }

    private static final class Counts implements MetricAccumulator {

        private final Detection metric;
        private double right;
        private double wrong;
        private double missed;

        Counts(Detection metric) {
            this.metric = metric;
        }

        @Override
        public void update(Tensor prediction, Tensor target, LossWeights weights) {
            Loss.requireSameShape(prediction, target);
            weights.requireFit(prediction.shape());
            int rows = LossWeights.rows(prediction.shape());
            int outputs = prediction.shape().last();
            for (int index = 0; index < rows * outputs; index++) {
                see(prediction.data()[index] > metric.threshold(), target.data()[index] > 0.5f,
                        weights.weightOf(index / outputs, rows));
            }
        }

        private void see(boolean predicted, boolean actual, float weight) {
            right += predicted && actual ? weight : 0;
            wrong += predicted && !actual ? weight : 0;
            missed += !predicted && actual ? weight : 0;
        }

        @Override
        public double result() {
            return switch (metric.score()) {
                case PRECISION -> share(right, wrong);
                case RECALL -> share(right, missed);
                case F1 -> share(2 * right, wrong + missed);
            };
        }

        private static double share(double part, double rest) {
            return part == 0 ? 0 : part / (part + rest);
        }

        @Override
        public void reset() {
            right = 0;
            wrong = 0;
            missed = 0;
        }
    }
}

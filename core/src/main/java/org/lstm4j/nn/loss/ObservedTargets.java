package org.lstm4j.nn.loss;

/// Losses over targets of which some are missing: a target of NaN counts 0, and gives no gradient.
///
/// The mean stays one over all targets, missing or not. So every observed target pulls equally hard, whether its sample has few of them
/// or many; without gaps results have the same bytes as those of the loss itself.
public final class ObservedTargets {

    private ObservedTargets() {}

    /// The loss over the observed targets.
    ///
    /// @throws IllegalArgumentException when the loss looks at whole rows or batches, in which no target can be missing
    public static Loss of(Loss loss) {
        return switch (loss) {
            case ElementwiseLoss each -> new Each(each);
            case GroupedLoss grouped -> new Grouped(grouped);
            default -> throw new IllegalArgumentException("the loss " + loss.name()
                    + " looks at whole rows and cannot pass over missing targets; use an ElementwiseLoss or GroupedLoss");
        };
    }

    /// @param loss of an observed target
    private record Each(ElementwiseLoss loss) implements ElementwiseLoss {

        @Override
        public String name() {
            return loss.name();
        }

        @Override
        public double of(double prediction, double target) {
            return Double.isNaN(target) ? 0 : loss.of(prediction, target);
        }

        @Override
        public float slope(float prediction, float target) {
            return Float.isNaN(target) ? 0f : loss.slope(prediction, target);
        }
    }

    /// @param loss of an observed target
    private record Grouped(GroupedLoss loss) implements GroupedLoss {

        @Override
        public String name() {
            return loss.name();
        }

        @Override
        public int groupSize() {
            return loss.groupSize();
        }

        @Override
        public double of(float[] outputs, int from, float target) {
            return Float.isNaN(target) ? 0 : loss.of(outputs, from, target);
        }

        @Override
        public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
            if (!Float.isNaN(target)) {
                loss.addSlopes(outputs, from, target, factor, slopes);
            }
        }
    }
}

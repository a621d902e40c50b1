package org.lstm4j.train;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.Sequential;
import org.lstm4j.optim.Optimizer;

/// The learning-rate range test: trains for some steps, each at a higher rate, and watches the loss.
///
/// {@snippet :
/// LearningRateCurve curve = LearningRateFinder.standard().run(model, samples);
/// double rate = curve.suggestion().orElse(0.001);
/// }
///
/// Rates rise exponentially: `lowest · (highest / lowest)^(step / (steps − 1))`. The loss is smoothed by a running mean with
/// decay `smoothing`, corrected for starting at 0. The test ends when the smoothed loss exceeds `bound` times its lowest value,
/// or becomes NaN or infinite.
///
/// It trains a copy of the network with an optimizer of its own: the model stays as it is.
///
/// Source: Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.3; smoothing and bound as is usual
/// since Gugger, How Do You Find A Good Learning Rate, 2018.
///
/// @param lowest the first rate, above 0
/// @param highest the last rate, above `lowest`
/// @param steps how many rates, at least 3
/// @param smoothing decay of the running mean, in [0, 1); 0 takes each loss as it is
/// @param bound how many times its lowest value the smoothed loss may reach, above 1
/// @param batching how samples come in batches
public record LearningRateFinder(
        double lowest, double highest, int steps, double smoothing, double bound, Batching batching) {

    public LearningRateFinder {
        if (!(lowest > 0 && lowest < highest && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rates must be above 0 and rise, but were to go from " + lowest
                    + " to " + highest);
        }
        Settings.requireAtLeast("steps of a range test", 3, steps);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing must be in [0, 1), but was " + smoothing);
        }
        if (!(bound > 1)) {
            throw new IllegalArgumentException("the bound of the loss must be above 1, but was " + bound);
        }
        if (batching.truncation() > 0) {
            throw new IllegalArgumentException(
                    "a range test makes one update a batch, but sequences were to be cut into"
                            + " pieces of " + batching.truncation() + " steps; leave the truncation out");
        }
    }

    /// 100 rates from 1e-6 to 10, smoothed by 0.9, up to 4 times the lowest loss, batches of 32 shuffled with seed 42.
    public static LearningRateFinder standard() {
        return new LearningRateFinder(1e-6, 10, 100, 0.9, 4, FitOptions.epochs(1).batching());
    }

    public LearningRateFinder withRates(double first, double last) {
        return new LearningRateFinder(first, last, steps, smoothing, bound, batching);
    }

    public LearningRateFinder withSteps(int other) {
        return new LearningRateFinder(lowest, highest, other, smoothing, bound, batching);
    }

    public LearningRateFinder withSmoothing(double other) {
        return new LearningRateFinder(lowest, highest, steps, other, bound, batching);
    }

    public LearningRateFinder withBound(double other) {
        return new LearningRateFinder(lowest, highest, steps, smoothing, other, batching);
    }

    public LearningRateFinder withBatchSize(int size) {
        return new LearningRateFinder(lowest, highest, steps, smoothing, bound, batching.withSize(size));
    }

    /// Runs the test on a copy of the model's network; the samples begin anew when they are at their end.
    ///
    /// @throws IllegalArgumentException when the samples do not fit the network, or there are none
    public LearningRateCurve run(Model model, Samples samples) {
        model.requireTrainable(samples);
        SequenceRules.requireInOrder(model.network(), batching, samples.count());
        Sequential copy = NetworkCopy.of(model.network(), batching.seed());
        Optimizer optimizer = model.optimizer().create(copy.parameters());
        BatchOrder order = new BatchOrder(samples.count(), batching);
        BatchTrainer trainer = new BatchTrainer(model.withNetwork(copy), samples, order,
                new Updater(optimizer, Clipping.NONE), 0);
        return curve(trainer, order, optimizer);
    }

    private LearningRateCurve curve(BatchTrainer trainer, BatchOrder order, Optimizer optimizer) {
        List<LearningRateCurve.Point> points = new ArrayList<>();
        double mean = 0;
        double weight = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps; step++) {
            double rate = rate(step);
            optimizer.setLearningRate(rate);
            order.advance();
            trainer.begin();
            double loss = trainer.add(0, TrainingStep.ALONE);
            mean = smoothing * mean + (1 - smoothing) * loss;
            weight = smoothing * weight + (1 - smoothing);
            double smoothed = mean / weight;
            points.add(new LearningRateCurve.Point(rate, loss, smoothed));
            least = Math.min(least, smoothed);
            if (!(smoothed <= bound * least) || !Double.isFinite(loss) || !trainer.update()) {
                return new LearningRateCurve(points, true);
            }
        }
        return new LearningRateCurve(points, false);
    }

    private double rate(int step) {
        double share = (double) step / (steps - 1);
        return lowest * StrictMath.pow(highest / lowest, share);
    }
}

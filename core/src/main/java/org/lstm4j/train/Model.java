package org.lstm4j.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.BatchAxis;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.SavedState;
import org.lstm4j.optim.WeightAverage;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.Metric;

/// A network with what it takes to train it, used as in Keras: compile, fit, evaluate, predict.
///
/// {@snippet :
/// Sequential network = Sequential.input(Shape.sequence(10, 1)).add(new LstmSpec(50)).add(new DenseSpec(1)).build(42);
/// Model model = Model.compile(network, new Adam(0.001), new MeanSquaredError());
/// model.fit(inputs, targets, FitOptions.epochs(10));
/// double testLoss = model.evaluate(testInputs, testTargets);
/// Tensor forecast = model.predict(newInputs);
/// }
///
/// In a network with stateful layers, sample i of a batch goes on where sample i of the batch before has ended: in fit, from zero states
/// whenever the samples begin anew, thus in every epoch; in [#trainOnBatch(Tensor, Tensor)] from call to call, while batches keep their
/// shape, until [#resetState]; in validation and in those evaluations and predictions that are given a batch size, from the first
/// batch on. Without a batch size every sample is taken by itself, from zero states.
///
/// Fitting again goes on from the weights and the optimizer state of the last fit, its last learning rate included. Not thread-safe while fitting; predicting
/// and evaluating may run in several threads at once.
public final class Model {

    private final Sequential network;
    private final OptimizerSpec optimizerSpec;
    private final Loss loss;
    private final List<Metric> metrics;
    private final Compute compute;
    private @Nullable Optimizer optimizer;
    private @Nullable SavedState earlierAverage;
    private @Nullable TrainingStep batchStep;

    private Model(
            Sequential network, OptimizerSpec optimizer, Loss loss, List<Metric> metrics, Compute compute) {
        this.network = Objects.requireNonNull(network, "network");
        this.optimizerSpec = Objects.requireNonNull(optimizer, "optimizer");
        this.loss = Objects.requireNonNull(loss, "loss");
        this.metrics = MetricNaming.requireDistinct(metrics);
        this.compute = Objects.requireNonNull(compute, "compute");
    }

    /// Joins network, optimizer and loss; computes on all cores.
    public static Model compile(Sequential network, OptimizerSpec optimizer, Loss loss) {
        return compile(network, optimizer, loss, List.of());
    }

    /// Joins network, optimizer, loss and what else is to be measured; computes on all cores.
    ///
    /// @param metrics reported by fit and evaluation by their names; they change no weights
    /// @throws IllegalArgumentException when two metrics have the same name, or one that is taken: `loss`, `learning_rate`, or
    ///         one that begins with `val_`
    public static Model compile(Sequential network, OptimizerSpec optimizer, Loss loss, List<Metric> metrics) {
        return compile(network, optimizer, loss, metrics, Compute.shared());
    }

    /// Joins network, optimizer and loss; computes with what is given.
    public static Model compile(Sequential network, OptimizerSpec optimizer, Loss loss, Compute compute) {
        return compile(network, optimizer, loss, List.of(), compute);
    }

    /// Joins network, optimizer, loss and what else is to be measured; computes with what is given. Fails as
    /// [#compile(Sequential, OptimizerSpec, Loss, List)] does.
    public static Model compile(
            Sequential network, OptimizerSpec optimizer, Loss loss, List<Metric> metrics, Compute compute) {
        return new Model(network, optimizer, loss, metrics, compute);
    }

    public Sequential network() {
        return network;
    }

    public OptimizerSpec optimizer() {
        return optimizerSpec;
    }

    public Loss loss() {
        return loss;
    }

    /// What is measured beside the loss.
    public List<Metric> metrics() {
        return metrics;
    }

    public Compute compute() {
        return compute;
    }

    /// Trains on samples in memory: inputs `[samples, steps, features]`, targets `[samples, outputs]`. Fails as
    /// [#fit(Samples, FitOptions, Callback...)] does.
    public History fit(Tensor inputs, Tensor targets, FitOptions options) {
        return fit(Samples.of(inputs, targets), options);
    }

    /// Trains on samples.
    ///
    /// @param callbacks called in this order, after those that the options ask for
    /// @throws TrainingException when loss, gradients or weights become NaN or infinite; the network then has the best weights
    ///         so far, and another fit begins with a fresh optimizer. With [TerminateOnNaN] the fit ends without it
    /// @throws IllegalArgumentException when shapes do not fit, there are no samples, a callback refuses the options, a layer cannot
    ///         be trained on pieces of sequences, or one is stateful and samples are shuffled or do not fill the last batch
    public History fit(Samples samples, FitOptions options, Callback... callbacks) {
        requireTrainable(samples);
        Samples validation = options.validation().samples();
        if (validation != null) {
            requireShapes(validation);
        }
        Fitting fitting = new Fitting(
                this, currentOptimizer(), earlierAverage, samples, options, List.of(callbacks));
        earlierAverage = null;
        try {
            return fitting.run();
        } finally {
            if (fitting.diverged()) {
                optimizer = null; // its averages have seen what exploded
                batchStep = null;
            }
        }
    }

    /// All that training needs to go on from here, copied. [TrainingControl#trainingState] is that of a fit in progress. The average of a
    /// fit, and states that stateful layers keep between calls of [#trainOnBatch(Tensor, Tensor)], are not in it.
    ///
    /// @param epochs that were done
    public TrainingState trainingState(int epochs) {
        return new TrainingState(
                epochs, NetworkState.of(network), optimizerSpec.name(), currentOptimizer().state(), null);
    }

    /// Puts network and optimizer where they were when the state was read out. Give the next fit the initial epoch
    /// `state.epochs() + 1`; if it averages weights, it goes on with the average.
    ///
    /// @throws IllegalArgumentException when the state is that of another network or optimizer; then nothing has changed
    public void restore(TrainingState state) {
        state.network().requireFits(network);
        state.requireOptimizer(optimizerSpec.name());
        Optimizer restored = optimizerSpec.create(network.parameters());
        restored.restore(state.optimizerState());
        restored.setLearningRate(restored.learningRate()); // refuses what a file may say but nobody can have set
        SavedState average = state.average();
        if (average != null) {
            new WeightAverage(network.parameters(), AverageShare.equal()).restore(average); // refuses another network's
        }
        state.network().restore(network);
        optimizer = restored;
        earlierAverage = average;
        batchStep = null;
    }

    /// Trains on one batch, in one update, without clipping. Allocates nothing while batches keep their shape.
    ///
    /// @param inputs `[batch, steps, features]`; the steps may differ from those the network was built for
    /// @return the loss before the update, with the penalties on weights and activations
    /// @throws TrainingException when loss or gradients are NaN or infinite; weights and optimizer are as before
    /// @throws IllegalArgumentException when shapes do not fit
    public double trainOnBatch(Tensor inputs, Tensor targets) {
        return trainOnBatch(inputs, targets, LossWeights.NONE);
    }

    /// Trains on one batch whose samples or steps count differently; else as [#trainOnBatch(Tensor, Tensor)].
    public double trainOnBatch(Tensor inputs, Tensor targets, LossWeights weights) {
        Optimizer current = currentOptimizer();
        if (batchStep == null || !batchStep.takes(inputs.shape())) {
            batchStep = new TrainingStep(network, inputs.shape(), loss, current, Double.POSITIVE_INFINITY, compute);
        }
        double value = batchStep.run(inputs, targets, weights);
        if (!batchStep.moved()) {
            String what = Double.isFinite(value) ? "a gradient became NaN or infinite" : "the loss became " + value;
            throw new Divergence(current.learningRate(), Clipping.NONE, Divergence.WEIGHTS_BEFORE_BATCH)
                    .of(what, "that batch", new Batch(inputs, targets, weights, null).largest());
        }
        return value;
    }

    /// The mean loss of one batch: [#evaluate].
    public double testOnBatch(Tensor inputs, Tensor targets) {
        return evaluate(inputs, targets);
    }

    /// What the network says to one batch: [#predict(Tensor)].
    public Tensor predictOnBatch(Tensor inputs) {
        return predict(inputs);
    }

    /// The mean loss over samples in memory.
    public double evaluate(Tensor inputs, Tensor targets) {
        return evaluate(Samples.of(inputs, targets));
    }

    /// The mean loss over samples, weighted by their weights. As in Keras it includes the penalties on weights, and on activations the
    /// mean over the samples.
    ///
    /// @throws IllegalArgumentException when shapes do not fit, or there are no samples
    public double evaluate(Samples samples) {
        requireShapes(samples);
        return independent().loss(loss, new Measures(List.of()), samples);
    }

    /// [#evaluate(Samples)] in batches of that size, so that stateful layers go on from batch to batch as in [#fit].
    ///
    /// @throws IllegalArgumentException as there; when the batch size is below 1; or when a layer is stateful and the last batch
    ///         would be smaller
    public double evaluate(Samples samples, int batchSize) {
        requireShapes(samples);
        return lossInOrder(samples, batchSize, new Measures(List.of()));
    }

    /// The mean loss and all metrics over samples, by name: `loss` first, then the metrics in order.
    ///
    /// @throws IllegalArgumentException when shapes do not fit, or there are no samples
    public Map<String, Double> evaluateAll(Samples samples) {
        requireShapes(samples);
        Measures measures = new Measures(metrics);
        return scores(independent().loss(loss, measures, samples), measures);
    }

    /// [#evaluateAll(Samples)] in batches of that size, so that stateful layers go on from batch to batch as in [#fit]. Fails as
    /// [#evaluate(Samples, int)] does.
    public Map<String, Double> evaluateAll(Samples samples, int batchSize) {
        requireShapes(samples);
        Measures measures = new Measures(metrics);
        return scores(lossInOrder(samples, batchSize, measures), measures);
    }

    private static Map<String, Double> scores(double loss, Measures measures) {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put(History.Epoch.LOSS, loss);
        measures.addTo(scores, "");
        return Collections.unmodifiableMap(scores);
    }

    /// What the network says to inputs `[samples, steps, features]`: `[samples, outputs]`, or `[samples, steps, outputs]` when
    /// its last LSTM returns sequences. The steps may differ from those the network was built for. One sample `[steps, features]` gives an
    /// answer without batch axis, `[outputs]`.
    ///
    /// @throws IllegalArgumentException when features are not as many as the network was built for, or axes
    public Tensor predict(Tensor inputs) {
        return answer(inputs, null);
    }

    /// What the network says to inputs of which not every step counts, such as sequences of different lengths: what it says to each
    /// without its padding, byte for byte.
    ///
    /// @param inputs as in [#predict(Tensor)]; what stands at steps that do not count does not matter
    /// @param mask [samples, steps]: `StepMask.ofLengths(steps, 12, 7, 30)`
    /// @throws IllegalArgumentException when features are not as many as the network was built for, or axes, or the mask has other sizes
    public Tensor predict(Tensor inputs, StepMask mask) {
        return answer(inputs, mask);
    }

    private Tensor answer(Tensor inputs, @Nullable StepMask mask) {
        if (BatchAxis.isMissing(network.inputShape(), inputs)) {
            return BatchAxis.remove(answer(BatchAxis.add(inputs), mask));
        }
        Samples samples = Samples.of(inputs, Tensor.zeros(Shape.vector(0).withBatch(inputs.batch())));
        return predict(mask == null ? samples : samples.withMask(mask));
    }

    /// What the network says to the inputs of samples; targets are not looked at.
    public Tensor predict(Samples samples) {
        return independent().predictions(samples);
    }

    /// [#predict(Samples)] in batches of that size, so that stateful layers go on from batch to batch as in [#fit].
    ///
    /// @throws IllegalArgumentException as there; when the batch size is below 1; or when a layer is stateful and the last batch
    ///         would be smaller
    public Tensor predict(Samples samples, int batchSize) {
        return inOrder(samples, batchSize).predictions(samples);
    }

    /// Lets the next [#trainOnBatch(Tensor, Tensor)] begin with zero states, in layers that are stateful.
    public void resetState() {
        if (batchStep != null) {
            batchStep.resetState();
        }
    }

    /// The loss as validation in a fit has it.
    double lossInOrder(Samples samples, int batchSize, Measures measures) {
        return inOrder(samples, batchSize).loss(loss, measures, samples);
    }

    private Evaluation independent() {
        return Evaluation.ofIndependentSamples(network, compute);
    }

    /// Where no layer is stateful batches are of no account.
    private Evaluation inOrder(Samples samples, int batchSize) {
        Settings.requireAtLeast("batch size", 1, batchSize);
        SequenceRules.requireFullBatches(network, "samples", batchSize, samples.count());
        boolean stateful = network.layers().stream().anyMatch(layer -> layer.spec().stateful());
        return stateful ? Evaluation.ofContinuedBatches(network, batchSize, compute) : independent();
    }

    private Optimizer currentOptimizer() {
        if (optimizer == null) {
            optimizer = optimizerSpec.create(network.parameters());
        }
        return optimizer;
    }

    /// The same with another network of the same shapes.
    Model withNetwork(Sequential other) {
        return new Model(other, optimizerSpec, loss, metrics, compute);
    }

    /// @throws IllegalArgumentException when shapes do not fit, or there are no samples
    void requireTrainable(Samples samples) {
        requireShapes(samples);
        if (samples.count() == 0) {
            throw new IllegalArgumentException("there are no training samples; give at least one");
        }
    }

    private void requireShapes(Samples samples) {
        if (!samples.inputShape().sameSizes(network.inputShape())) {
            throw new IllegalArgumentException("the network takes samples " + network.inputShape() + ", but these are "
                    + samples.inputShape() + "; [samples, steps, features] is the order of axes");
        }
        Shape expected = loss.targetShape(network.outputShape());
        if (!samples.targetShape().sameSizes(expected)) {
            throw new IllegalArgumentException("the network gives " + network.outputShape()
                    + ", for which the loss " + loss.name() + " needs targets " + expected + ", but the targets are "
                    + samples.targetShape()
                    + "; targets are [samples, outputs], [samples, 1] for one value each, and the last"
                    + " layer needs as many units as a target has values");
        }
    }
}

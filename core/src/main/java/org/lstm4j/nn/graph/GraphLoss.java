package org.lstm4j.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A loss for each output of a graph, L = Σ wₒ·Lₒ, over predictions that stand end to end. [#targets] joins the targets likewise.
///
/// {@snippet :
/// GraphLoss loss = graph.loss(Map.of("demand", new MeanSquaredError(), "peak", new BinaryCrossEntropy()))
///         .withWeight("peak", 0.2);
/// }
///
/// Weights of samples count in the loss of every output. Weights of steps go with a single output that has steps; several have none in
/// common. Immutable and thread-safe; a step allocates nothing.
public final class GraphLoss implements Loss {

    private final Parts outputs;
    private final List<Loss> losses;
    private final double[] weights;
    private final Parts targets;
    /// The workspace of the last call, if nobody has it: a caller who comes with the same shapes again allocates none.
    private final AtomicReference<@Nullable GraphLossWorkspace> idle = new AtomicReference<>();

    private GraphLoss(Parts outputs, List<Loss> losses, double[] weights) {
        this.outputs = outputs;
        this.losses = losses;
        this.weights = weights;
        targets = targetsOf(outputs);
    }

    /// The sum of these losses, each of weight 1.
    ///
    /// @param losses for every output, by its name
    /// @throws IllegalArgumentException when an output has none, a name is unknown, or a loss cannot do with the outputs' number
    public static GraphLoss of(Parts outputs, Map<String, Loss> losses) {
        if (!losses.keySet().equals(new LinkedHashSet<>(outputs.names()))) {
            throw new IllegalArgumentException("the graph has the outputs " + outputs.names()
                    + ", but losses were given for " + losses.keySet().stream().sorted().toList()
                    + "; give one for each, and leave out of the graph's outputs what has no target");
        }
        double[] weights = new double[losses.size()];
        Arrays.fill(weights, 1);
        List<Loss> inOrder = outputs.names().stream().map(losses::get).map(Objects::requireNonNull).toList();
        return new GraphLoss(outputs, inOrder, weights);
    }

    /// The same with another weight of an output's loss.
    ///
    /// @param weight finite and above 0
    /// @throws IllegalArgumentException when it is not, or there is no such output
    public GraphLoss withWeight(String output, double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight of the loss of \"" + output
                    + "\" must be finite and above 0, but was " + weight
                    + "; leave an output that has no part in the loss out of the graph");
        }
        double[] others = weights.clone();
        others[outputs.place(output)] = weight;
        return new GraphLoss(outputs, losses, others);
    }

    /// The predictions it takes, end to end.
    public Parts outputs() {
        return outputs;
    }

    /// The targets it takes, end to end: under the names of the outputs, each in the shape that its loss needs.
    public Parts targets() {
        return targets;
    }

    /// The loss of one output.
    ///
    /// @throws IllegalArgumentException when there is no such output
    public Loss loss(String output) {
        return losses.get(outputs.place(output));
    }

    /// `mse(demand)+0.2*bce(peak)`
    @Override
    public String name() {
        return IntStream.range(0, losses.size()).mapToObj(
                place -> (weights[place] == 1 ? "" : weights[place] + "*") + losses.get(place).name() + "("
                        + outputs.names().get(place) + ")")
                .collect(Collectors.joining("+"));
    }

    @Override
    public int targets(int count) {
        if (count != outputs.shape().last()) {
            throw new IllegalArgumentException("the loss " + name() + " is one of the outputs " + outputs.parts()
                    + ", but the network has " + count + " outputs; make it from this network's graph");
        }
        return targets.shape().last();
    }

    @Override
    public Shape targetShape(Shape prediction) {
        if (outputs.parts().size() == 1) {
            return losses.getFirst().targetShape(prediction);
        }
        boolean batched = prediction.rank() > outputs.shape().rank();
        outputs.fitted(batched ? prediction.withoutBatch() : prediction);
        return batched ? targets.shape().withBatch(prediction.size(0)) : targets.shape();
    }

    @Override
    public void requireFit(Tensor prediction, Tensor target) {
        Shape expected = targetShape(prediction.shape());
        if (!expected.sameSizes(target.shape())) {
            throw new IllegalArgumentException("the graph predicts " + prediction.shape() + ", for which the loss "
                    + name() + " needs targets " + expected + ", but the targets are " + target.shape()
                    + "; join them with the loss's own targets()");
        }
    }

    @Override
    public double value(Tensor prediction, Tensor target) {
        return value(prediction, target, LossWeights.NONE);
    }

    @Override
    public void gradient(Tensor prediction, Tensor target, Tensor gradient) {
        gradient(prediction, target, LossWeights.NONE, gradient);
    }

    @Override
    public double value(Tensor prediction, Tensor target, LossWeights ofRows) {
        ofRows.requireFit(prediction.shape());
        GraphLossWorkspace workspace = workspace(prediction, target);
        workspace.take(prediction, target);
        double sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += weights[place] * workspace.value(place, losses.get(place), ofRows);
        }
        idle.set(workspace);
        return sum;
    }

    @Override
    public void gradient(Tensor prediction, Tensor target, LossWeights ofRows, Tensor gradient) {
        ofRows.requireFit(prediction.shape());
        GraphLossWorkspace workspace = workspace(prediction, target);
        workspace.take(prediction, target);
        for (int place = 0; place < weights.length; place++) {
            workspace.gradient(place, losses.get(place), ofRows, (float) weights[place]);
        }
        workspace.joinGradients(gradient);
        idle.set(workspace);
    }

    private GraphLossWorkspace workspace(Tensor prediction, Tensor target) {
        GraphLossWorkspace workspace = idle.getAndSet(null);
        if (workspace != null && workspace.fits(prediction, target)) {
            return workspace;
        }
        requireFit(prediction, target);
        Parts fitted = outputs.fitted(prediction.shape().withoutBatch());
        return new GraphLossWorkspace(fitted, targetsOf(fitted), prediction.batch());
    }

    private Parts targetsOf(Parts predictions) {
        List<Part> parts = new ArrayList<>();
        for (int place = 0; place < losses.size(); place++) {
            Part output = predictions.parts().get(place);
            parts.add(new Part(output.name(), losses.get(place).targetShape(output.shape())));
        }
        return new Parts(parts);
    }
}

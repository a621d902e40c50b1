package org.lstm4j.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.BatchAxis;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.Dropout;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.StepUse;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A trained network made ready to answer: its weights as they are now, packed once, shared by any number of callers.
///
/// {@snippet :
/// Predictor predictor = Predictor.of(network);
/// Tensor forecasts = predictor.predict(inputs);           // from any thread
/// PredictorPass pass = predictor.newPass(inputs.shape()); // one a caller: allocates nothing any more
/// PredictionStream stream = predictor.newStream(1);       // one step at a time
/// }
///
/// Training the network further does not change a predictor. With float32 weights it says what the network says, byte for byte;
/// in any format a sequence's answer does not depend on its neighbours in the batch. Immutable and thread-safe.
public final class Predictor {

    private final Shape inputShape;
    private final List<FrozenLayer> layers;
    private final Compute compute;
    /// The workspace of the last call, if nobody has it: a caller who comes with the same shape again allocates none.
    private final AtomicReference<@Nullable PredictorPass> idle = new AtomicReference<>();
    /// The same for a workspace that keeps states.
    private final AtomicReference<@Nullable PredictorPass> idleWithStates = new AtomicReference<>();

    private Predictor(Shape inputShape, List<FrozenLayer> layers, Compute compute) {
        this.inputShape = inputShape;
        this.layers = List.copyOf(layers);
        this.compute = compute;
    }

    /// A copy of the network's weights; computes on all cores.
    public static Predictor of(Sequential network) {
        return of(network, WeightFormat.FLOAT32, Compute.shared());
    }

    /// A copy of the network's weights in that format.
    public static Predictor of(Sequential network, WeightFormat format, Compute compute) {
        List<FrozenLayer> frozen = new ArrayList<>();
        for (int place = 0; place < network.layers().size(); place++) {
            switch (network.layers().get(place)) {
                case Lstm lstm when lstm.isPlainInInference() -> frozen.add(new FrozenLstm(lstm, format));
                case Dense dense -> frozen.add(new FrozenDense(dense));
                case Dropout _ -> {
                } // only training drops
                case Layer other -> frozen.add(new FrozenCopy(String.valueOf(place), other));
            }
        }
        return new Predictor(network.inputShape(), frozen, compute);
    }

    /// The same weights, shared, computing with something else.
    public Predictor on(Compute other) {
        return new Predictor(inputShape, layers, other);
    }

    /// The shape of one sample that goes in; its steps may differ.
    public Shape inputShape() {
        return inputShape;
    }

    /// The shape of one sample that comes out when one of that shape goes in.
    ///
    /// @throws IllegalArgumentException when a layer cannot take it; the message names the axes
    public Shape outputShape(Shape sample) {
        Shape shape = sample;
        for (FrozenLayer layer : layers) {
            shape = layer.outputShape(shape);
        }
        return shape;
    }

    /// What the network says to inputs `[samples, steps, features]`, or to one sample `[steps, features]`, whose answer has no batch axis
    /// either. From any thread; the result is the caller's.
    ///
    /// @throws IllegalArgumentException when a layer cannot take them; the message names the axes
    public Tensor predict(Tensor inputs) {
        return answer(inputs, null);
    }

    /// What the network says to sequences of which not every step counts, such as sequences of different lengths in one batch: what it
    /// says to each without the others, byte for byte. From any thread; the result is the caller's.
    ///
    /// {@snippet :
    /// Tensor forecasts = predictor.predict(inputs, StepMask.ofLengths(inputs.shape().size(1), 12, 7, 30));
    /// }
    ///
    /// @param inputs as in [#predict(Tensor)]; what stands at steps that do not count is not looked at by layers over steps, but must be
    ///        numbers that layers before them can take
    /// @param mask [samples, steps]
    /// @throws IllegalArgumentException when a layer cannot take the inputs, or the mask has other sizes; the message names the axes
    public Tensor predict(Tensor inputs, StepMask mask) {
        return answer(inputs, mask);
    }

    private Tensor answer(Tensor inputs, @Nullable StepMask mask) {
        if (BatchAxis.isMissing(inputShape, inputs)) {
            return BatchAxis.remove(answer(BatchAxis.add(inputs), mask));
        }
        PredictorPass pass = passFor(idle, inputs.shape(), false);
        Tensor output = (mask == null ? pass.forward(inputs) : pass.forward(inputs, mask)).copy();
        idle.set(pass);
        return output;
    }

    /// What the network says to inputs, and the states its recurrent layers come to, within bidirectional and residual layers too.
    ///
    /// {@snippet :
    /// PredictionWithStates first = predictor.predictWithStates(morning);
    /// PredictionWithStates second = predictor.predictWithStates(afternoon, first.states()); // goes on from there
    /// float[] hidden = second.states().layers().getLast().hidden().data(); // [samples, outputs] of the last recurrent layer
    /// }
    ///
    /// @param inputs as in [#predict(Tensor)]; one sample without a batch axis has states of one sequence
    /// @throws IllegalArgumentException when a layer cannot take the inputs; the message names the axes
    public PredictionWithStates predictWithStates(Tensor inputs) {
        return answerWithStates(inputs, null, null);
    }

    /// What the network says to inputs from given states, and the states it comes to.
    ///
    /// @param initial of all recurrent layers, in the order of [PredictionWithStates#states]; an earlier call's, say
    /// @throws IllegalArgumentException when a layer cannot take the inputs, or states are of other sizes
    public PredictionWithStates predictWithStates(Tensor inputs, StreamState initial) {
        return answerWithStates(inputs, null, initial);
    }

    /// What the network says to sequences of which not every step counts, and the states it comes to: those after each sequence's last
    /// step that counts.
    ///
    /// @param mask [samples, steps]
    /// @param initial of all recurrent layers; null for zero states
    /// @throws IllegalArgumentException when a layer cannot take the inputs, or mask or states are of other sizes
    public PredictionWithStates predictWithStates(Tensor inputs, StepMask mask, @Nullable StreamState initial) {
        return answerWithStates(inputs, mask, initial);
    }

    private PredictionWithStates answerWithStates(
            Tensor inputs, @Nullable StepMask mask, @Nullable StreamState initial) {
        if (BatchAxis.isMissing(inputShape, inputs)) {
            PredictionWithStates one = answerWithStates(BatchAxis.add(inputs), mask, initial);
            return new PredictionWithStates(BatchAxis.remove(one.output()), one.states());
        }
        PredictorPass pass = passFor(idleWithStates, inputs.shape(), true);
        pass.states().reset();
        if (initial != null) {
            pass.states().set(initial);
        }
        Tensor output = (mask == null ? pass.forward(inputs) : pass.forward(inputs, mask)).copy();
        PredictionWithStates answer = new PredictionWithStates(output, pass.states().get());
        idleWithStates.set(pass);
        return answer;
    }

    /// The workspace kept there, if it is of that shape.
    private PredictorPass passFor(
            AtomicReference<@Nullable PredictorPass> kept, Shape batchShape, boolean keepsStates) {
        PredictorPass pass = kept.getAndSet(null);
        return pass == null || !pass.inputShape().sameSizes(batchShape) ? newPass(batchShape, keepsStates) : pass;
    }

    /// A workspace for batches of that shape, for one caller at a time.
    ///
    /// @param batchShape `[batch, steps, features]`; steps may differ from [#inputShape]
    /// @throws IllegalArgumentException when a layer cannot take it; the message names the axes
    /// @throws org.lstm4j.ConfigurationException when its work does not fit into arrays
    public PredictorPass newPass(Shape batchShape) {
        return newPass(batchShape, false);
    }

    private PredictorPass newPass(Shape batchShape, boolean keepsStates) {
        List<FrozenPass> passes = new ArrayList<>();
        Shape shape = batchShape;
        for (FrozenLayer layer : layers) {
            passes.add(layer.newPass(shape, keepsStates, compute));
            shape = layer.outputShape(shape.withoutBatch()).withBatch(shape.size(0));
        }
        return new PredictorPass(batchShape, passes);
    }

    /// A stream over that many sequences, which step together.
    ///
    /// Once a layer has let the last step through alone, those after it run as in a batch: they see what it says now.
    ///
    /// @throws IllegalArgumentException when there is no sequence, or a layer needs all steps at once
    public PredictionStream newStream(int sequences) {
        if (sequences < 1 || inputShape.rank() != 2) {
            throw new IllegalArgumentException("a stream needs at least one sequence of [steps, features], but "
                    + sequences + " of " + inputShape + " were asked for");
        }
        Shape oneStep = Shape.sequence(1, inputShape.last());
        List<FrozenPass> passes = newStreamPasses(oneStep.withBatch(sequences));
        Shape output = outputShape(oneStep);
        boolean givesSteps = layers.stream().allMatch(layer -> layer.stepUse() == StepUse.EACH_ALONE);
        return new PredictionStream(Shape.vector(inputShape.last()).withBatch(sequences),
                (givesSteps ? output.withoutBatch() : output).withBatch(sequences), passes);
    }

    private List<FrozenPass> newStreamPasses(Shape batchShape) {
        List<FrozenPass> passes = new ArrayList<>();
        Shape shape = batchShape;
        boolean stepwise = true;
        for (FrozenLayer layer : layers) {
            if (stepwise && layer.stepUse() == StepUse.ALL) {
                throw new IllegalArgumentException(
                        "layer \"" + layer.name() + "\" needs all steps at once, but a stream"
                                + " has one at a time; predict whole sequences instead");
            }
            passes.add(layer.newPass(shape, stepwise, compute));
            shape = layer.outputShape(shape.withoutBatch()).withBatch(shape.size(0));
            stepwise = stepwise && layer.stepUse() == StepUse.EACH_ALONE;
        }
        return passes;
    }
}

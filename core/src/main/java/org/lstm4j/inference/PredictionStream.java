package org.lstm4j.inference;

import java.util.List;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A [Predictor] on sequences that have no end: one step at a time, the state kept in between. For one caller at a time;
/// allocates nothing in a step.
///
/// {@snippet :
/// PredictionStream stream = predictor.newStream(1);
/// Tensor answer = stream.step(measurement);        // [1, features] in, [1, outputs] out
/// byte[] saved = stream.state().toBytes();         // to go on elsewhere, or after a restart
/// stream.restore(StreamState.fromBytes(saved));
/// }
///
/// After T steps it has said what the network says to the sequence of these T steps, byte for byte.
public final class PredictionStream {

    private final Shape inputShape;
    private final List<FrozenPass> passes;
    private final HeldStates states;
    /// The input of a step as the layers take it, [sequences, steps 1, features].
    private final Tensor oneStep;
    private final Tensor output;

    /// @param inputShape [sequences, features]
    /// @param outputShape [sequences, outputs]
    PredictionStream(Shape inputShape, Shape outputShape, List<FrozenPass> passes) {
        this.inputShape = inputShape;
        this.passes = List.copyOf(passes);
        oneStep = Tensor.zeros(Shape.sequence(1, inputShape.last()).withBatch(inputShape.size(0)));
        output = Tensor.zeros(outputShape);
        states = new HeldStates(passes);
    }

    /// Goes one step further.
    ///
    /// @param input [sequences, features]
    /// @return what the network says now, [sequences, outputs]; belongs to the stream and is overwritten by its next step
    /// @throws IllegalArgumentException when the input has other sizes
    public Tensor step(Tensor input) {
        if (!input.shape().sameSizes(inputShape)) {
            throw new IllegalArgumentException("a step of this stream takes " + inputShape + ", but the input is "
                    + input.shape() + "; all sequences step together, each with one row of features");
        }
        System.arraycopy(input.data(), 0, oneStep.data(), 0, oneStep.data().length);
        Tensor flowing = oneStep;
        for (int place = 0; place < passes.size(); place++) {
            flowing = passes.get(place).forward(flowing);
        }
        System.arraycopy(flowing.data(), 0, output.data(), 0, output.data().length);
        return output;
    }

    /// Back to before the first step.
    public void reset() {
        states.reset();
    }

    /// Where the stream is, copied.
    public StreamState state() {
        return states.get();
    }

    /// Goes on from where a stream of the same network was.
    ///
    /// @throws IllegalArgumentException when the state belongs to a network of other sizes or to another number of sequences;
    ///         the stream is then where it was
    public void restore(StreamState state) {
        states.set(state);
    }
}

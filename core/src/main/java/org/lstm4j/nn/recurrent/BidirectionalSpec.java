package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of two recurrent layers over the same sequences, one from the first step to the last and one from the last to the
/// first, so that every output knows the whole sequence.
///
/// {@snippet :
/// new BidirectionalSpec(new LstmSpec(64).withReturnSequences(true), MergeMode.SUM)
/// }
///
/// Source: Schuster and Paliwal, Bidirectional Recurrent Neural Networks, 1997. As in Keras and PyTorch every output of the second
/// direction stands at its own step; where only the last step is given, that is for each direction the last one it came to, which
/// for the second is the first of the sequence.
///
/// @param forward the first direction
/// @param backward the second; may have other units or another cell
/// @param merge what is made of their outputs
public record BidirectionalSpec(RecurrentSpec forward, RecurrentSpec backward, MergeMode merge) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "bidirectional";

    private static final String SUFFIX = "_reverse";

    public BidirectionalSpec {
        if (forward.returnSequences() != backward.returnSequences()) {
            throw new IllegalArgumentException("both directions must return sequences, or neither, but forward has "
                    + "returnSequences " + forward.returnSequences() + " and backward " + backward.returnSequences());
        }
        if (forward.sequence().goBackwards() || backward.sequence().goBackwards()) {
            throw new IllegalArgumentException(
                    "the directions of a bidirectional layer are given by their places, but one"
                            + " has goBackwards true; leave it false in both");
        }
        if (merge != MergeMode.CONCATENATE && forward.outputs() != backward.outputs()) {
            throw new IllegalArgumentException("merge mode " + merge + " needs directions with the same number of"
                    + " outputs, but forward has " + forward.outputs() + " and backward " + backward.outputs()
                    + "; give both the same units, or merge by CONCATENATE");
        }
    }

    /// The same settings in both directions, outputs side by side.
    public BidirectionalSpec(RecurrentSpec both) {
        this(both, MergeMode.CONCATENATE);
    }

    /// The same settings in both directions.
    public BidirectionalSpec(RecurrentSpec both, MergeMode merge) {
        this(both, both, merge);
    }

    /// Numbers of a step's output.
    public int outputs() {
        return merge == MergeMode.CONCATENATE ? forward.outputs() + backward.outputs() : forward.outputs();
    }

    /// Whether one of the directions is.
    @Override
    public boolean stateful() {
        return forward.stateful() || backward.stateful();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Builds the layer for sequences [steps, features].
    @Override
    public Bidirectional build(String place, Shape inputShape, RandomStreams streams) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        return new Bidirectional(place + " " + KIND, this,
                forward.build(place, "", inputShape, streams),
                backward.build(place, SUFFIX, inputShape, streams));
    }

    @Override
    public Bidirectional restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        return new Bidirectional(place + " " + KIND, this,
                forward.restore(place, "", inputShape, streams, stored),
                backward.restore(place, SUFFIX, inputShape, streams, stored));
    }

    Shape outputShape(Shape inputShape) {
        Axis outputs = new Axis("units", outputs());
        return forward.returnSequences() ? Shape.of(inputShape.axes().getFirst(), outputs) : Shape.of(outputs);
    }
}

package org.lstm4j.nn.recurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.LayerSpec;

/// Recurrent layers one on the other: each reads every step of the one below, and the last gives what it is set to give. PyTorch's
/// `num_layers` with its `dropout` and `bidirectional`; unlike there the layers may differ in kind and width.
///
/// {@snippet :
/// Sequential network = Sequential.input(Shape.sequence(48, 3))
///         .addAll(RecurrentStack.of(new LstmSpec(64), 3).withDropout(0.2f).layers())
///         .add(new DenseSpec(1))
///         .build(42);
/// }
///
/// @param recurrent from the lowest on, at least one; whether one below the last returns sequences is not looked at: it does
/// @param dropout share of values dropped between layers while training, fresh at every step, in [0, 1); none after the last
/// @param merge what becomes of the two directions of each layer; null where layers have one
public record RecurrentStack(List<RecurrentSpec> recurrent, float dropout, @Nullable MergeMode merge) {

    public RecurrentStack {
        recurrent = List.copyOf(recurrent);
        if (recurrent.isEmpty()) {
            throw new IllegalArgumentException("a stack needs at least one recurrent layer; give one, such as"
                    + " RecurrentStack.of(new LstmSpec(64), 2)");
        }
        if (!(dropout >= 0f && dropout < 1f)) {
            throw new IllegalArgumentException("dropout between layers must be in [0, 1), but was " + dropout);
        }
    }

    /// Layers of one direction that may differ, without dropout.
    public static RecurrentStack of(RecurrentSpec... layers) {
        return new RecurrentStack(List.of(layers), 0f, null);
    }

    /// The same layer so many times, in one direction, without dropout.
    ///
    /// @param count at least 1
    public static RecurrentStack of(RecurrentSpec layer, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a stack needs at least one recurrent layer, but was to have " + count);
        }
        return new RecurrentStack(Collections.nCopies(count, layer), 0f, null);
    }

    public RecurrentStack withDropout(float share) {
        return new RecurrentStack(recurrent, share, merge);
    }

    /// Each layer goes through its sequences in both directions.
    public RecurrentStack withBidirectional(MergeMode mode) {
        return new RecurrentStack(recurrent, dropout, Objects.requireNonNull(mode, "mode"));
    }

    /// The layers and the dropout between them, in order.
    public List<LayerSpec> layers() {
        List<LayerSpec> layers = new ArrayList<>();
        int last = recurrent.size() - 1;
        for (RecurrentSpec below : recurrent.subList(0, last)) {
            layers.add(inDirections(below.withSequence(below.sequence().withReturnSequences(true))));
            if (dropout > 0f) {
                layers.add(new DropoutSpec(dropout));
            }
        }
        layers.add(inDirections(recurrent.get(last)));
        return layers;
    }

    private LayerSpec inDirections(RecurrentSpec layer) {
        return merge == null ? layer : new BidirectionalSpec(layer, merge);
    }
}

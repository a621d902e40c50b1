package org.lstm4j.interop.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.SequenceOptions;

/// A recurrent layer of which the nodes after it still have to say what is used of it: which directions, which steps.
///
/// @param name of its node, for messages
/// @param parts one direction, or forwards and backwards
/// @param steps of which its hidden states are there
record Recurrence(String name, List<RecurrentPart> parts, Steps steps) {

    Recurrence {
        parts = List.copyOf(parts);
    }

    /// Steps that are used, in the order of our data.
    enum Steps {
        EVERY,
        /// Of each direction the one that it comes to last.
        END, LAST, FIRST
    }

    /// One of the two directions.
    Recurrence only(int direction) {
        RecurrentPart part = parts.get(direction);
        return new Recurrence(name, List.of(part), isEnd(part) ? Steps.END : steps);
    }

    private boolean isEnd(RecurrentPart part) {
        return switch (steps) {
            case EVERY -> false;
            case END -> true;
            case LAST -> !part.backwards();
            case FIRST -> part.backwards();
        };
    }

    /// The last step of the data, or the first.
    Recurrence at(boolean last) {
        Recurrence one = new Recurrence(name, parts, last ? Steps.LAST : Steps.FIRST);
        return parts.size() == 1 ? one.only(0) : one;
    }

    Recurrence end() {
        return new Recurrence(name, parts, Steps.END);
    }

    /// Whether the other, taken from the same data, makes one layer of two directions with this.
    boolean joins(Recurrence other) {
        return parts.size() == 1 && other.parts.size() == 1 && steps == other.steps
                && !parts.getFirst().backwards() && other.parts.getFirst().backwards();
    }

    Recurrence join(Recurrence other) {
        return new Recurrence(name, List.of(parts.getFirst(), other.parts.getFirst()), steps);
    }

    /// The layer of one direction.
    ForeignLayer single() {
        RecurrentPart part = parts.getFirst();
        return new ForeignLayer(name,
                part.spec().withSequence(new SequenceOptions(steps != Steps.END, part.backwards(), false)),
                part.weights());
    }

    /// The layer of two directions.
    ForeignLayer merged(MergeMode merge) {
        Map<String, ForeignWeight> weights = new LinkedHashMap<>(parts.getFirst().weights());
        parts.getLast().weights().forEach((weight, from) -> weights.put(weight + "_reverse", from));
        SequenceOptions sequence = new SequenceOptions(steps != Steps.END, false, false);
        return new ForeignLayer(name, new BidirectionalSpec(parts.getFirst().spec().withSequence(sequence),
                parts.getLast().spec().withSequence(sequence), merge), weights);
    }
}

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
/// @param everyStep whether all hidden states are there, or the last one of each direction
record Recurrence(String name, List<RecurrentPart> parts, boolean everyStep) {

    Recurrence {
        parts = List.copyOf(parts);
    }

    /// One of the two directions.
    Recurrence only(int direction) {
        return new Recurrence(name, List.of(parts.get(direction)), everyStep);
    }

    Recurrence lastStep() {
        return new Recurrence(name, parts, false);
    }

    /// Whether the other, taken from the same data, makes one layer of two directions with this.
    boolean joins(Recurrence other) {
        return parts.size() == 1 && other.parts.size() == 1 && everyStep == other.everyStep
                && !parts.getFirst().backwards() && other.parts.getFirst().backwards();
    }

    Recurrence join(Recurrence other) {
        return new Recurrence(name, List.of(parts.getFirst(), other.parts.getFirst()), everyStep);
    }

    /// The layer of one direction.
    ForeignLayer single() {
        RecurrentPart part = parts.getFirst();
        return new ForeignLayer(name,
                part.spec().withSequence(new SequenceOptions(everyStep, part.backwards(), false)), part.weights());
    }

    /// The layer of two directions.
    ForeignLayer merged(MergeMode merge) {
        Map<String, ForeignWeight> weights = new LinkedHashMap<>(parts.getFirst().weights());
        parts.getLast().weights().forEach((weight, from) -> weights.put(weight + "_reverse", from));
        SequenceOptions sequence = new SequenceOptions(everyStep, false, false);
        return new ForeignLayer(name, new BidirectionalSpec(parts.getFirst().spec().withSequence(sequence),
                parts.getLast().spec().withSequence(sequence), merge), weights);
    }
}

package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.Quoted;

/// LSTM, GRU and RNN nodes.
final class RecurrentNodes {

    private static final int MOST_UNITS = 1 << 20;

    private RecurrentNodes() {}

    static List<Value> read(NodeReading node) {
        requirePlain(node);
        boolean batchFirst = node.whole("layout", 0) != 0;
        Flow data = data(node, batchFirst);
        StoredTensor recurrent = node.constant(2, "the recurrent weights");
        int directions = directions(node, recurrent);
        int units = Math.toIntExact(Math.clamp(recurrent.shape().getLast(), 0, MOST_UNITS));
        long said = node.whole("hidden_size", units);
        if (said != units) {
            throw node.refuse("hidden_size does not fit the recurrent weights", Integer.toString(units),
                    Long.toString(said), "export the model again");
        }
        requireStates(node, units);
        List<RecurrentPart> parts = new ArrayList<>();
        CellReading cell = new CellReading(node, directions, units);
        for (int direction = 0; direction < directions; direction++) {
            boolean reverse = direction == 1 || (directions == 1 && reverses(node));
            parts.add(cell.part(direction, reverse != data.reversed()));
        }
        node.text("direction", "");
        return outputs(node, data, parts, batchFirst, units);
    }

    private static void requirePlain(NodeReading node) {
        if (node.isSet("clip")) {
            throw node.refuse("it clips sums, which no cell of ours does", "no clip", "clip " + node.number("clip", 0),
                    "train and export without");
        }
        if (node.whole("input_forget", 0) != 0) {
            throw node.refuse("it couples input and forget gate, which no cell of ours does", "input_forget 0", "1",
                    "train and export without");
        }
        if (node.has(4)) {
            throw node.refuse("sequences have lengths of their own", "all of one length", "sequence_lens",
                    "export the model without packed sequences; lengths go to predict as a mask");
        }
    }

    private static void requireStates(NodeReading node, int units) {
        int states = node.operator().equals("LSTM") ? 2 : 1;
        for (int state = 0; state < states; state++) {
            if (node.has(5 + state)) {
                requireZero(node, node.value(5 + state), units);
            }
        }
    }

    private static void requireZero(NodeReading node, Value value, int units) {
        switch (value) {
            case Value.Zeros zeros -> requireUnits(node, zeros.features(), units);
            case Value.Constant constant when Values.isZero(constant.tensor()) -> {
                List<Long> shape = constant.tensor().shape();
                requireUnits(node, shape.isEmpty() ? Extent.ONE : Extent.of(shape.getLast()), units);
            }
            case Value.Given given -> node.assume("the input " + Quoted.of(given.name())
                    + " of the model, a state to begin with, is taken to be 0; predictWithStates begins with another");
            case Value other -> throw node.refuse("it begins with a state other than 0", "zeros", Values.kind(other),
                    "let it begin with zeros");
        }
    }

    /// PyTorch's exporter drops the projection of an LSTM without a word, and cuts its weights; what is left of it is the size of the state.
    private static void requireUnits(NodeReading node, @Nullable Extent features, int units) {
        if (features != null && !features.is(units)) {
            throw node.refuse("a state to begin with has another size than the layer", units + " units",
                    features + " units", "if the model has proj_size, which ONNX does not have, bring its state_dict");
        }
    }

    /// The data in the order that the node needs; which tells which axis is steps.
    private static Flow data(NodeReading node, boolean batchFirst) {
        Flow flow = node.features(0);
        int steps = batchFirst ? 1 : 0;
        boolean fits = flow.rank() == 3 && flow.axes().stream().allMatch(axis -> axis.size() == 1)
                && node.axes().decideSteps(flow.axes().get(steps).getFirst())
                && node.axes().isBatch(flow.axes().get(1 - steps).getFirst());
        if (!fits) {
            throw node.refuse("the data has its axes in another order than its other nodes say",
                    batchFirst ? "[batch, steps, features]" : "[steps, batch, features]", Values.text(flow.axes()),
                    "check batch_first of the model's layers");
        }
        return flow;
    }

    private static int directions(NodeReading node, StoredTensor recurrent) {
        boolean both = direction(node).equals("bidirectional");
        int directions = both ? 2 : 1;
        List<Long> shape = recurrent.shape();
        if (shape.size() != 3 || shape.getFirst() != directions) {
            throw node.refuse("the recurrent weights have another shape",
                    "[" + directions + ", gates·units, units]", shape.toString(), "export the model again");
        }
        return directions;
    }

    private static boolean reverses(NodeReading node) {
        return direction(node).equals("reverse");
    }

    /// Read more than once, taken in the end.
    private static String direction(NodeReading node) {
        String direction = node.peekText("direction", "forward");
        return switch (direction) {
            case "forward", "reverse", "bidirectional" -> direction;
            default -> throw node.refuse("it goes in an unknown direction", "forward, reverse or bidirectional",
                    Quoted.of(direction), "export the model again");
        };
    }

    private static List<Value> outputs(NodeReading node, Flow data, List<RecurrentPart> parts, boolean batchFirst,
            int units) {
        List<Atom> directions = parts.size() == 2 ? List.of(new Atom(Atom.Role.DIRECTIONS, Extent.of(2))) : List.of();
        List<Atom> first = data.axes().get(0);
        List<Atom> second = data.axes().get(1);
        List<Atom> features = List.of(Atom.features(units));
        Recurrence every = new Recurrence(node.layerName(), parts, Recurrence.Steps.EVERY);
        Value y = new Flow(data.chain(), every, batchFirst
                ? List.of(first, second, directions, features)
                : List.of(first, directions, second, features), data.reversed());
        Value last = new Flow(data.chain(), every.end(), batchFirst
                ? List.of(first, directions, features)
                : List.of(directions, second, features), false);
        return List.of(y, last, new Value.Nameless("cell states"));
    }
}

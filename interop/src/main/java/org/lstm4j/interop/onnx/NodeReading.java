package org.lstm4j.interop.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.Quoted;

/// A node at the moment it is gone through: its settings, and what its inputs are. Settings are taken one by one, so that those that no rule
/// knows can be refused in the end.
final class NodeReading {

    private final OnnxNode node;
    private final GraphReading graph;
    private final Map<String, OnnxAttribute> left;

    NodeReading(OnnxNode node, GraphReading graph) {
        this.node = node;
        this.graph = graph;
        left = new LinkedHashMap<>(node.attributes());
    }

    String operator() {
        return node.operator();
    }

    /// What the layer made of it is called in messages.
    String layerName() {
        return node.name().isEmpty() && !node.outputs().isEmpty() ? node.outputs().getFirst() : node.name();
    }

    long operatorSet() {
        return graph.operatorSet();
    }

    InputAxes axes() {
        return graph.axes();
    }

    Folding folding() {
        return graph.folding();
    }

    void assume(String sentence) {
        graph.assume(sentence);
    }

    /// How many outputs somebody wants, counted to the last of them.
    int outputs() {
        return node.outputs().size();
    }

    int inputs() {
        return node.inputs().size();
    }

    boolean has(int input) {
        return input < node.inputs().size() && !node.inputs().get(input).isEmpty();
    }

    /// What an input is.
    Value value(int input) {
        if (!has(input)) {
            throw refuse("input " + input + " is missing", "", "", "export the model again");
        }
        return graph.value(node, node.inputs().get(input));
    }

    /// The data, as it is after the layers so far.
    Flow flow(int input) {
        return switch (value(input)) {
            case Flow flow -> flow;
            case Value.Formula formula -> throw refuse(
                    "what comes in is no layer of ours but the formula " + Terms.text(formula.term()), "", "",
                    "leave it out of the model, or compute it outside");
            case Value.Nameless nameless -> throw refuse(nameless.what() + " come in, which no layer of ours gives on",
                    "", "", "use the hidden states");
            case Value other -> throw refuse("input " + input + " has to be the data", "", Values.kind(other),
                    "only layers in a row can be read");
        };
    }

    /// The data after a layer that is settled: the axes have no directions, and the last one is the features. For nodes that make a layer.
    Flow features(int input) {
        Flow settled = settled(input);
        List<Atom> last = settled.axes().isEmpty() ? List.of() : settled.axes().getLast();
        if (last.size() != 1 || !last.getFirst().is(Atom.Role.FEATURES)) {
            throw refuse("it works on another axis than the features", "features last", Values.text(settled.axes()),
                    "move features to the end before");
        }
        return settled;
    }

    /// The data after a layer that is settled.
    Flow settled(int input) {
        Flow settled = Settling.settle(this, flow(input));
        graph.replace(node.inputs().get(input), settled);
        return settled;
    }

    /// Numbers that are the same for every input.
    StoredTensor constant(int input, String what) {
        Value value = value(input);
        if (value instanceof Value.Constant constant) {
            return constant.tensor();
        }
        throw refuse(what + " must be stored in the model", "constant numbers", Values.kind(value),
                "export the model with its weights");
    }

    /// Whole numbers, such as a shape.
    Value.Sizes sizes(int input, String what) {
        Value value = value(input);
        Value.Sizes sizes = Values.sizes(value);
        if (sizes == null) {
            throw refuse(what + " must be whole numbers known beforehand", "", Values.kind(value),
                    "export the model with fixed ones");
        }
        return sizes;
    }

    /// Whole numbers without sizes that are left open.
    long[] numbers(int input, String what) {
        return sizes(input, what).items().stream().map(axes()::known).mapToLong(item -> {
            if (!item.isNumber()) {
                throw refuse(what + " must be known beforehand", "numbers", item.toString(),
                        "export the model with fixed ones");
            }
            return item.factor();
        }).toArray();
    }

    /// An axis counted from the front.
    int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw refuse("there is no such axis", "an axis of " + rank, Long.toString(axis), "export the model again");
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    long whole(String name, long otherwise) {
        return switch (left.remove(name)) {
            case null -> otherwise;
            case OnnxAttribute.Whole whole -> whole.value();
            case OnnxAttribute _ -> throw wrongKind(name, "a whole number");
        };
    }

    float number(String name, float otherwise) {
        return switch (left.remove(name)) {
            case null -> otherwise;
            case OnnxAttribute.Real number -> number.value();
            case OnnxAttribute _ -> throw wrongKind(name, "a number");
        };
    }

    String text(String name, String otherwise) {
        return switch (left.remove(name)) {
            case null -> otherwise;
            case OnnxAttribute.Text text -> text.value();
            case OnnxAttribute _ -> throw wrongKind(name, "a text");
        };
    }

    /// A text that stays to be taken.
    String peekText(String name, String otherwise) {
        return left.get(name) instanceof OnnxAttribute.Text text ? text.value() : otherwise;
    }

    long @Nullable [] wholes(String name) {
        return switch (left.remove(name)) {
            case null -> null;
            case OnnxAttribute.Wholes wholes -> wholes.values().stream().mapToLong(Long::longValue).toArray();
            case OnnxAttribute _ -> throw wrongKind(name, "whole numbers");
        };
    }

    List<Float> numbers(String name) {
        return switch (left.remove(name)) {
            case null -> List.of();
            case OnnxAttribute.Numbers numbers -> numbers.values();
            case OnnxAttribute _ -> throw wrongKind(name, "numbers");
        };
    }

    List<String> texts(String name) {
        return switch (left.remove(name)) {
            case null -> List.of();
            case OnnxAttribute.Texts texts -> texts.values();
            case OnnxAttribute _ -> throw wrongKind(name, "texts");
        };
    }

    @Nullable
    StoredTensor tensor(String name) {
        return switch (left.remove(name)) {
            case null -> null;
            case OnnxAttribute.Constant constant -> constant.value();
            case OnnxAttribute _ -> throw wrongKind(name, "a tensor");
        };
    }

    boolean isSet(String name) {
        return left.containsKey(name);
    }

    /// Whole numbers that older operator sets have as a setting and newer ones as an input; null for none.
    long @Nullable [] wholesOrInput(String name, int input) {
        long[] setting = wholes(name);
        return setting == null && has(input) ? numbers(input, name) : setting;
    }

    /// Takes a setting that says nothing about answers.
    void ignore(String name) {
        left.remove(name);
    }

    /// @throws ModelFileException when there is a setting that no rule has taken
    void requireAllTaken() {
        if (!left.isEmpty()) {
            throw refuse("it has the setting " + Quoted.of(left.keySet().iterator().next())
                    + ", which is not understood", "", "", "export it without");
        }
    }

    ModelFileException refuse(String what, String expected, String received, String fix) {
        return graph.faults().unusable(node + ": " + what, expected, received, fix);
    }

    private ModelFileException wrongKind(String name, String expected) {
        return refuse("the setting " + Quoted.of(name) + " is of another kind", expected, "something else",
                "export the model again");
    }
}

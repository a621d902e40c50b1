package org.lstm4j.interop.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.protobuf.ProtobufWriter;

/// Collects the nodes and constants of a graph that is to be written, and gives them names of their own.
///
/// {@snippet :
/// GraphBuilder graph = new GraphBuilder();
/// String x = graph.input("input", List.of("batch", 3L));
/// String doubled = graph.within("scale").node("Mul", List.of(x, graph.numbers("factor", new float[]{2f})));
/// graph.output("output", doubled, List.of("batch", 3L));
/// byte[] model = graph.toBytes();
/// }
///
/// The same calls give the same bytes. Mutable; not thread-safe.
public final class GraphBuilder {

    private static final int PLAIN_SET = 13;
    private static final int NORMALIZATION_SET = 17;
    /// Versions of the file format that came with these sets.
    private static final int PLAIN_VERSION = 7;
    private static final int NORMALIZATION_VERSION = 8;

    private final List<OnnxNode> nodes = new ArrayList<>();
    private final List<ProtobufWriter> initializers = new ArrayList<>();
    private final List<ProtobufWriter> inputs = new ArrayList<>();
    private final List<ProtobufWriter> outputs = new ArrayList<>();
    private final List<Runnable> kept = new ArrayList<>();
    private final List<ProtobufWriter> notes = new ArrayList<>();
    private final Set<String> names;
    private String place = "";
    private int operatorSet = PLAIN_SET;

    /// An empty graph.
    public GraphBuilder() {
        this(new LinkedHashSet<>());
    }

    private GraphBuilder(Set<String> names) {
        this.names = names;
    }

    /// Lets the names of what follows begin with that, such as a layer's.
    public GraphBuilder within(String part) {
        place = part.isEmpty() ? "" : part.replace(' ', '_') + "/";
        return this;
    }

    /// Adds an input of float32.
    ///
    /// @param sizes each a number, or the name of one that is left open
    /// @return its name, to be used by nodes
    public String input(String name, List<?> sizes) {
        return input(name, ElementTypes.FLOAT, sizes);
    }

    /// @param type of [ElementTypes]
    String input(String name, int type, List<?> sizes) {
        inputs.add(value(claimed(name), type, sizes));
        return name;
    }

    /// Adds an input of a graph within another, whose name is made up.
    ///
    /// @param type of [ElementTypes]
    String parameter(String name, int type, List<?> sizes) {
        String own = unique(name);
        inputs.add(value(own, type, sizes));
        return own;
    }

    /// Gives a value of a graph within another out as float32, whose name is made up.
    void result(String name, String from, List<?> sizes) {
        String own = unique(name);
        outputs.add(value(own, ElementTypes.FLOAT, sizes));
        rename(own, from);
    }

    /// Adds a remark to the model: its metadata.
    void note(String key, String text) {
        notes.add(new ProtobufWriter().text(1, key).text(2, text));
    }

    /// Gives a value out as float32 under another name.
    ///
    /// @param sizes each a number, or the name of one that is left open
    public void output(String name, String from, List<?> sizes) {
        output(name, from, ElementTypes.FLOAT, sizes);
    }

    /// @param type of [ElementTypes]
    void output(String name, String from, int type, List<?> sizes) {
        outputs.add(value(claimed(name), type, sizes));
        rename(name, from);
    }

    /// Gives a value out as float32 under another name, without a word about its shape.
    public void output(String name, String from) {
        outputs.add(value(claimed(name), new ProtobufWriter().int64(1, ElementTypes.FLOAT)));
        rename(name, from);
    }

    private void rename(String name, String from) {
        nodes.add(new OnnxNode(unique("output"), "Identity", "", List.of(from), List.of(name), Map.of()));
    }

    /// Gives a value out after all other outputs that were or will be given with [#output].
    void keep(String name, String from, List<?> sizes) {
        kept.add(() -> output(name, from, sizes));
    }

    /// Adds a node with one output.
    ///
    /// @param inputs names of values; empty for one that is left out
    /// @return the name of its output
    public String node(String operator, List<String> inputs) {
        return node(operator, inputs, Map.of());
    }

    String node(String operator, List<String> inputs, Map<String, OnnxAttribute> attributes) {
        return nodes(operator, inputs, attributes, 1).getFirst();
    }

    /// Adds a node with several outputs.
    ///
    /// @return the names of its outputs
    List<String> nodes(String operator, List<String> inputs, Map<String, OnnxAttribute> attributes, int count) {
        String name = unique(operator);
        List<String> results = new ArrayList<>();
        for (int output = 0; output < count; output++) {
            results.add(unique(operator + ":" + output));
        }
        nodes.add(new OnnxNode(name, operator, "", inputs, results, attributes));
        boolean bodyNormalizes = attributes.values().stream().anyMatch(
                value -> value instanceof OnnxAttribute.Body(GraphBuilder body) && body.normalizes());
        if (operator.equals("LayerNormalization") || bodyNormalizes) {
            operatorSet = NORMALIZATION_SET;
        }
        return results;
    }

    /// Adds a node that takes a piece of an axis.
    ///
    /// @param axis counted from the last where negative
    /// @return the name of the piece
    String slice(String value, int axis, long from, long to) {
        return node("Slice", List.of(value, wholes("from", from), wholes("to", to), wholes("axes", axis)));
    }

    /// Adds a node that arranges the same numbers in other axes.
    ///
    /// @param sizes 0 for that of the same axis before, −1 for what is left
    String reshape(String value, long... sizes) {
        return node("Reshape", List.of(value, wholes("shape", sizes)));
    }

    /// Adds a node that takes away an axis of size 1.
    String squeeze(String value, int axis) {
        return node("Squeeze", List.of(value, wholes("axes", axis)));
    }

    /// Adds constant float32 numbers.
    ///
    /// @param shape none for one number without an axis
    /// @return their name
    public String numbers(String name, float[] numbers, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return constant(name, ElementTypes.FLOAT, bytes.array(), shape);
    }

    /// Adds constant float64 numbers.
    ///
    /// @param shape none for one number without an axis
    /// @return their name
    String doubles(String name, double[] numbers, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return constant(name, ElementTypes.DOUBLE, bytes.array(), shape);
    }

    /// Adds constant whole numbers along an axis.
    ///
    /// @return their name
    public String wholes(String name, long... numbers) {
        return constant(name, ElementTypes.INT64, bytes(numbers), numbers.length);
    }

    /// Adds a constant whole number without an axis.
    ///
    /// @return its name
    public String whole(String name, long number) {
        return constant(name, ElementTypes.INT64, bytes(number));
    }

    private static byte[] bytes(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    private String constant(String name, int type, byte[] bytes, long... shape) {
        String own = unique(name);
        initializers.add(new ProtobufWriter().int64s(1, shape).int64(2, type).text(8, own).bytes(9, bytes));
        return own;
    }

    /// The model: a ModelProto.
    public byte[] toBytes() {
        ProtobufWriter graph = graph("network");
        int version = operatorSet == PLAIN_SET ? PLAIN_VERSION : NORMALIZATION_VERSION;
        ProtobufWriter model = new ProtobufWriter().int64(1, version).text(2, "lstm4j")
                .message(7, graph).message(8, new ProtobufWriter().text(1, "").int64(2, operatorSet));
        notes.forEach(note -> model.message(14, note));
        return model.toBytes();
    }

    /// The graph itself: a GraphProto.
    ProtobufWriter graph(String name) {
        within("");
        kept.forEach(Runnable::run);
        kept.clear();
        ProtobufWriter graph = new ProtobufWriter();
        nodes.forEach(node -> graph.message(1, NodeMessage.of(node)));
        graph.text(2, name);
        initializers.forEach(tensor -> graph.message(5, tensor));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        return graph;
    }

    /// Whether a node needs the operator set of normalisations.
    boolean normalizes() {
        return operatorSet == NORMALIZATION_SET;
    }

    /// A graph within this one, whose nodes may read what this one has so far, and whose names are none of this one's.
    GraphBuilder body() {
        return new GraphBuilder(names);
    }

    private static ProtobufWriter value(String name, int type, List<?> sizes) {
        ProtobufWriter shape = new ProtobufWriter();
        for (Object size : sizes) {
            ProtobufWriter dimension = new ProtobufWriter();
            if (size instanceof Number number) {
                dimension.int64(1, number.longValue());
            } else {
                dimension.text(2, size.toString());
            }
            shape.message(1, dimension);
        }
        return value(name, new ProtobufWriter().int64(1, type).message(2, shape));
    }

    private static ProtobufWriter value(String name, ProtobufWriter tensor) {
        return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
    }

    private String claimed(String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("two values of a graph cannot both be called '" + name + "'");
        }
        return name;
    }

    private String unique(String name) {
        String first = place + name;
        String own = first;
        for (int number = 1; !names.add(own); number++) {
            own = first + "_" + number;
        }
        return own;
    }
}

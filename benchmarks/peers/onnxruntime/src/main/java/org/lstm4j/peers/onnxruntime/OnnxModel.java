package org.lstm4j.peers.onnxruntime;

import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// A workload's network as an ONNX model: LSTM nodes, the last one's last hidden state into Gemm.
///
/// Numbers of fields are those of `onnx.proto`; LSTM is that of operator set 14: X `[steps, batch, inputs]`, W `[1, 4H, inputs]`,
/// R `[1, 4H, H]`, B `[1, 8H]` (two biases), gates in the order i, o, f, c; outputs Y `[steps, 1, batch, H]`, Y_h and Y_c
/// `[1, batch, H]`.
final class OnnxModel {

    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String HIDDEN_IN = "hidden_in";
    static final String CELL_IN = "cell_in";
    static final String HIDDEN_OUT = "hidden_out";
    static final String CELL_OUT = "cell_out";

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;
    private static final String GATES = "iofg";

    // onnx.proto: ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto
    private static final int MODEL_IR_VERSION = 1;
    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_OPSET = 8;
    private static final int OPSET_VERSION = 2;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_NAME = 2;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int NODE_TYPE = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INT = 3;
    private static final int ATTRIBUTE_TYPE = 20;
    private static final int ATTRIBUTE_TYPE_INT = 2;
    private static final int TENSOR_DIMS = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_INT64 = 7;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENT = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIM = 1;
    private static final int DIM_VALUE = 1;

    private final Workload workload;
    private final Message graph = new Message().text(GRAPH_NAME, "lstm");

    private OnnxModel(Workload workload) {
        this.workload = workload;
    }

    /// The bytes of a model for that many sequences.
    ///
    /// @param streaming with the state of the one LSTM layer as inputs and outputs
    static byte[] of(Workload workload, Weights weights, int sequences, boolean streaming) {
        OnnxModel model = new OnnxModel(workload);
        model.layers(weights, streaming);
        model.dense(weights);
        model.value(GRAPH_INPUT, INPUT, workload.steps(), sequences, workload.features());
        model.value(GRAPH_OUTPUT, OUTPUT, sequences, 1);
        if (streaming) {
            model.value(GRAPH_INPUT, HIDDEN_IN, 1, sequences, workload.units());
            model.value(GRAPH_INPUT, CELL_IN, 1, sequences, workload.units());
            model.value(GRAPH_OUTPUT, HIDDEN_OUT, 1, sequences, workload.units());
            model.value(GRAPH_OUTPUT, CELL_OUT, 1, sequences, workload.units());
        }
        return new Message()
                .number(MODEL_IR_VERSION, IR_VERSION)
                .message(MODEL_OPSET, new Message().number(OPSET_VERSION, OPERATOR_SET))
                .message(MODEL_GRAPH, model.graph)
                .toBytes();
    }

    private void layers(Weights weights, boolean streaming) {
        int units = workload.units();
        String source = INPUT;
        for (int index = 0; index < workload.layers(); index++) {
            Weights.Layer layer = weights.layers().get(index);
            boolean last = index == workload.layers() - 1;
            String name = "lstm" + index;
            initializer(name + "_w", gates(layer.inputWeights()), 1, 4 * units, workload.inputsOf(index));
            initializer(name + "_r", gates(layer.recurrentWeights()), 1, 4 * units, units);
            initializer(name + "_b", Layouts.join(gates(layer.bias()), new float[4 * units]), 1, 8 * units);
            Message node = node("LSTM", name, source, name + "_w", name + "_r", name + "_b");
            if (streaming) {
                node.text(NODE_INPUT, "").text(NODE_INPUT, HIDDEN_IN).text(NODE_INPUT, CELL_IN);
            }
            node.text(NODE_OUTPUT, last ? "" : name + "_y").text(NODE_OUTPUT, last ? HIDDEN_OUT : "");
            if (streaming) {
                node.text(NODE_OUTPUT, CELL_OUT);
            }
            graph.message(GRAPH_NODE, node.message(NODE_ATTRIBUTE, attribute("hidden_size", units)));
            if (!last) {
                squeeze(name);
                source = name + "_steps";
            }
        }
    }

    /// `[steps, 1, batch, H]` without its axis of directions.
    private void squeeze(String name) {
        String axis = name + "_axis";
        graph.message(GRAPH_INITIALIZER, new Message().number(TENSOR_DIMS, 1).number(TENSOR_TYPE, INT64)
                .text(TENSOR_NAME, axis).number(TENSOR_INT64, 1));
        graph.message(GRAPH_NODE,
                node("Squeeze", name + "_squeeze", name + "_y", axis).text(NODE_OUTPUT, name + "_steps"));
    }

    /// Y_h is `[1, batch, H]`; flattened to `[batch, H]` it goes through Gemm to `[batch, 1]`.
    private void dense(Weights weights) {
        initializer("dense_w", weights.denseWeights(), workload.units(), 1);
        initializer("dense_b", weights.denseBias(), 1);
        graph.message(GRAPH_NODE, node("Flatten", "flatten", HIDDEN_OUT).text(NODE_OUTPUT, "last")
                .message(NODE_ATTRIBUTE, attribute("axis", 2)));
        graph.message(GRAPH_NODE, node("Gemm", "dense", "last", "dense_w", "dense_b").text(NODE_OUTPUT, OUTPUT));
    }

    private static Message node(String type, String name, String... inputs) {
        Message node = new Message().text(NODE_TYPE, type).text(NODE_NAME, name);
        for (String input : inputs) {
            node.text(NODE_INPUT, input);
        }
        return node;
    }

    private static Message attribute(String name, long value) {
        return new Message().text(ATTRIBUTE_NAME, name).number(ATTRIBUTE_INT, value)
                .number(ATTRIBUTE_TYPE, ATTRIBUTE_TYPE_INT);
    }

    private void initializer(String name, float[] data, int... shape) {
        Message tensor = new Message();
        for (int size : shape) {
            tensor.number(TENSOR_DIMS, size);
        }
        graph.message(GRAPH_INITIALIZER,
                tensor.number(TENSOR_TYPE, FLOAT).text(TENSOR_NAME, name).floats(TENSOR_RAW, data));
    }

    private void value(int field, String name, int... shape) {
        Message sizes = new Message();
        for (int size : shape) {
            sizes.message(SHAPE_DIM, new Message().number(DIM_VALUE, size));
        }
        Message tensor = new Message().number(TENSOR_ELEMENT, FLOAT).message(TENSOR_SHAPE, sizes);
        graph.message(field, new Message().text(VALUE_NAME, name)
                .message(VALUE_TYPE, new Message().message(TYPE_TENSOR, tensor)));
    }

    private static float[] gates(float[] rows) {
        return Layouts.gates(rows, Layouts.GATES, GATES);
    }
}

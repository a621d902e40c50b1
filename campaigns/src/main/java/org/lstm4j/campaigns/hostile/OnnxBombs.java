package org.lstm4j.campaigns.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.lstm4j.protobuf.ProtobufWriter;

/// ONNX models whose messages or tensors claim too much. Fields as in onnx.proto.
record OnnxBombs() {

    private static final int INT64 = 7;
    private static final int FLOAT = 1;

    void addTo(HostileFolder folder) {
        addBytes(folder);
        addTensors(folder);
        addNodes(folder);
        addAttributes(folder);
    }

    private static void addBytes(HostileFolder folder) {
        byte[] groups = new byte[2_000_000];
        Arrays.fill(groups, (byte) 0x0b);
        folder.add("onnx", "groups two million deep", groups);
        byte[] endless = new byte[2_000_000];
        Arrays.fill(endless, (byte) 0xff);
        endless[0] = 0x08;
        folder.add("onnx", "a number of two million bytes", endless);
        byte[] long63 = {0x3a, -1, -1, -1, -1, -1, -1, -1, -1, 0x7f};
        folder.add("onnx", "a graph of 2^63 - 1 bytes", long63);
        byte[] long64 = {0x3a, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        folder.add("onnx", "a graph of 2^64 - 1 bytes", long64);
        ProtobufWriter nested = new ProtobufWriter().text(2, "g");
        for (int depth = 0; depth < 500; depth++) {
            nested = new ProtobufWriter().message(1, node("If", "x", "y", new ProtobufWriter().text(1, "then_branch")
                    .message(6, nested).int64(20, 5)));
        }
        folder.add("onnx", "graphs five hundred deep", model(nested));
    }

    private static void addTensors(HostileFolder folder) {
        for (long[] shape : new long[][]{{1L << 31, 1L << 31}, {1L << 62, 4}, {Long.MAX_VALUE}, {-1, -1},
            {0, Long.MAX_VALUE}, {1 << 13, 1 << 13}, ones(1_000_000)}) {
            String size = shape.length > 9 ? "of a million dimensions" : Arrays.toString(shape);
            addWeights(folder, "weights " + size, graph -> graph.message(5, tensor("W", FLOAT, new byte[16], shape)));
            addWeights(folder, "weights " + size + " by ConstantOfShape", graph -> {
                graph.message(5, tensor("s", INT64, longs(shape), shape.length));
                graph.message(1, node("ConstantOfShape", "s", "W"));
            });
            addWeights(folder, "weights expanded to " + size, graph -> {
                graph.message(5, tensor("v", FLOAT, new byte[4], 1));
                graph.message(5, tensor("s", INT64, longs(shape), shape.length));
                graph.message(1, node("Expand", "v,s", "W"));
            });
            addInput(folder, "the input reshaped to " + size, graph -> {
                graph.message(5, tensor("s", INT64, longs(shape), shape.length));
                graph.message(1, node("Reshape", "x,s", "in"));
            });
        }
        addWeights(folder, "a hundred thousand tensors", graph -> {
            for (int index = 0; index < 100_000; index++) {
                graph.message(5, tensor("t" + index, FLOAT, new byte[4], 1));
            }
        });
        addWeights(folder, "one name twice", graph -> graph.message(5, tensor("W", FLOAT, new byte[4], 1))
                .message(5, tensor("W", FLOAT, new byte[4], 1)));
        addWeights(folder, "weights in /etc/passwd", graph -> graph.message(5, tensor("W", FLOAT, new byte[0], 4)
                .message(13, new ProtobufWriter().text(1, "location").text(2, "../../../../etc/passwd")).int64(14, 1)));
    }

    private static void addNodes(HostileFolder folder) {
        for (int count : new int[]{10_000, 100_000}) {
            addInput(folder, count + " nodes in a row", graph -> {
                for (int index = 0; index < count; index++) {
                    graph.message(1, node("Sqrt", index == 0 ? "x" : "n" + (index - 1), "n" + index));
                }
                graph.message(1, node("Identity", "n" + (count - 1), "in"));
            });
        }
        addInput(folder, "a node that needs itself", graph -> graph.message(1, node("Add", "x,in", "in")));
        addInput(folder, "nodes in a circle", graph -> graph.message(1, node("Add", "x,b", "in"))
                .message(1, node("Add", "in,x", "b")));
        addInput(folder, "two to the hundredth sums", graph -> {
            for (int index = 0; index < 100; index++) {
                String from = index == 0 ? "x" : "n" + (index - 1);
                graph.message(1, node("Add", from + "," + from, "n" + index));
            }
            graph.message(1, node("Identity", "n99", "in"));
        });
        addInput(folder, "a node of a million inputs", graph -> graph.message(1, node("Concat", "x,".repeat(1_000_000)
                + "x", "in")));
        addInput(folder, "a million empty nodes", graph -> {
            for (int index = 0; index < 1_000_000; index++) {
                graph.message(1, new ProtobufWriter());
            }
        });
        addInput(folder, "a name of ten million letters", graph -> graph.message(1, node("a".repeat(10_000_000), "x",
                "in")));
    }

    private static void addAttributes(HostileFolder folder) {
        for (long number : new long[]{1L << 31, Long.MAX_VALUE, Long.MIN_VALUE, -7}) {
            add(folder, "hidden_size " + number, new ProtobufWriter(), "x", whole("hidden_size", number));
            addInput(folder, "axis " + number,
                    graph -> graph.message(1, node("Softmax", "x", "in", whole("axis", number))));
            addInput(folder, "a transposition by " + number, graph -> graph.message(1, node("Transpose", "x", "in",
                    wholes("perm", number, number, number))));
            addInput(folder, "a slice from " + number, graph -> {
                for (String name : new String[]{"start", "end", "axes", "steps"}) {
                    graph.message(5, tensor(name, INT64, longs(number), 1));
                }
                graph.message(1, node("Slice", "x,start,end,axes,steps", "in"));
            });
        }
        addInput(folder, "a million axes", graph -> graph.message(1, node("Transpose", "x", "in",
                wholes("perm", ones(1_000_000)))));
    }

    private static ProtobufWriter whole(String name, long number) {
        return new ProtobufWriter().text(1, name).int64(3, number).int64(20, 2);
    }

    private static ProtobufWriter wholes(String name, long... numbers) {
        return new ProtobufWriter().text(1, name).int64s(8, numbers).int64(20, INT64);
    }

    /// An LSTM whose kernel `W` is hostile.
    private static void addWeights(HostileFolder folder, String trick, Consumer<ProtobufWriter> weights) {
        ProtobufWriter graph = new ProtobufWriter();
        weights.accept(graph);
        add(folder, trick, graph, "x", whole("hidden_size", 1));
    }

    /// An LSTM whose input `in` is made in a hostile way.
    private static void addInput(HostileFolder folder, String trick, Consumer<ProtobufWriter> input) {
        ProtobufWriter graph = new ProtobufWriter().message(5, tensor("W", FLOAT, new byte[16], 1, 4, 1));
        input.accept(graph);
        add(folder, trick, graph, "in", whole("hidden_size", 1));
    }

    private static void add(HostileFolder folder, String trick, ProtobufWriter graph, String input,
            ProtobufWriter setting) {
        graph.text(2, "g").message(5, tensor("R", FLOAT, new byte[16], 1, 4, 1));
        graph.message(1, node("LSTM", input + ",W,R", "y", setting));
        graph.message(11, value("x", 4, 1, 1)).message(12, value("y", 4, 1, 1, 1));
        folder.add("onnx", trick, model(graph));
    }

    private static byte[] model(ProtobufWriter graph) {
        return new ProtobufWriter().int64(1, 8).message(8, new ProtobufWriter().int64(2, 17)).message(7, graph)
                .toBytes();
    }

    private static ProtobufWriter node(String operator, String inputs, String output, ProtobufWriter... attributes) {
        ProtobufWriter node = new ProtobufWriter();
        for (String input : inputs.split(",", 0)) {
            node.text(1, input);
        }
        node.text(2, output).text(4, operator);
        for (ProtobufWriter attribute : attributes) {
            node.message(5, attribute);
        }
        return node;
    }

    private static ProtobufWriter tensor(String name, int type, byte[] data, long... shape) {
        return new ProtobufWriter().int64s(1, shape).int64(2, type).text(8, name).bytes(9, data);
    }

    private static ProtobufWriter value(String name, long... shape) {
        ProtobufWriter sizes = new ProtobufWriter();
        for (long size : shape) {
            sizes.message(1, new ProtobufWriter().int64(1, size));
        }
        return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, new ProtobufWriter()
                .int64(1, FLOAT).message(2, sizes)));
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    private static long[] ones(int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}

package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.protobuf.ProtobufWriter;

/// A node as NodeProto: see [NodeParser] for its fields.
final class NodeMessage {

    private NodeMessage() {}

    static ProtobufWriter of(OnnxNode node) {
        ProtobufWriter message = new ProtobufWriter();
        node.inputs().forEach(name -> message.text(1, name));
        node.outputs().forEach(name -> message.text(2, name));
        message.text(3, node.name()).text(4, node.operator());
        node.attributes().forEach((name, value) -> message.message(5, attribute(name, value)));
        return message;
    }

    private static ProtobufWriter attribute(String name, OnnxAttribute attribute) {
        ProtobufWriter message = new ProtobufWriter().text(1, name);
        return switch (attribute) {
            case OnnxAttribute.Real(float value) -> message.float32(2, value).int64(20, 1);
            case OnnxAttribute.Whole(long value) -> message.int64(3, value).int64(20, 2);
            case OnnxAttribute.Text(String value) -> message.text(4, value).int64(20, 3);
            case OnnxAttribute.Numbers(List<Float> values) -> {
                values.forEach(value -> message.float32(7, value));
                yield message.int64(20, 6);
            }
            case OnnxAttribute.Wholes(List<Long> values) -> {
                values.forEach(value -> message.int64(8, value));
                yield message.int64(20, 7);
            }
            case OnnxAttribute.Texts(List<String> values) -> {
                values.forEach(value -> message.text(9, value));
                yield message.int64(20, 8);
            }
            case OnnxAttribute.Body(GraphBuilder body) -> message.message(6, body.graph("body")).int64(20, 5);
            case OnnxAttribute.Constant _,OnnxAttribute.Other _ -> throw new IllegalArgumentException(
                    "attribute '" + name + "' cannot be written; use a constant of the graph");
        };
    }

    /// Whole numbers of a setting.
    static OnnxAttribute wholes(long... values) {
        return new OnnxAttribute.Wholes(IntStream.range(0, values.length).mapToObj(place -> values[place]).toList());
    }
}

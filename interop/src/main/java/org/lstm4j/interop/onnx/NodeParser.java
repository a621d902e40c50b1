package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.protobuf.ProtobufMessage;
import org.lstm4j.interop.tensor.StoredTensor;

/// Makes records of nodes.
///
/// | message | fields used |
/// |---|---|
/// | NodeProto | input 1, output 2, name 3, op_type 4, attribute 5, domain 7 |
/// | AttributeProto | name 1, f 2, i 3, s 4, t 5, floats 7, ints 8, strings 9, type 20 |
final class NodeParser {

    private final Allowance allowance;
    private final TensorParser tensors;

    NodeParser(Allowance allowance, TensorParser tensors) {
        this.allowance = allowance;
        this.tensors = tensors;
    }

    OnnxNode parse(ProtobufMessage node) {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        String name = "";
        String operator = "";
        String domain = "";
        allowance.take(Allowance.NODE);
        while (node.next()) {
            switch (node.field()) {
                case 1 -> add(inputs, node);
                case 2 -> add(outputs, node);
                case 3 -> name = node.text();
                case 4 -> operator = node.text();
                case 5 -> addAttribute(attributes, node);
                case 7 -> domain = node.text();
                default -> {
                }
            }
        }
        return new OnnxNode(name, operator, domain, inputs, outputs, attributes);
    }

    private void add(List<String> names, ProtobufMessage node) {
        allowance.take(Allowance.NAME);
        names.add(node.text());
    }

    private void addAttribute(Map<String, OnnxAttribute> attributes, ProtobufMessage node) {
        allowance.take(Allowance.NAME);
        Fields fields = new Fields();
        ProtobufMessage attribute = node.message();
        while (attribute.next()) {
            read(attribute, fields);
        }
        if (attributes.put(fields.name, fields.value()) != null) {
            throw node.damaged("a node has two attributes of one name", "one", fields.name);
        }
    }

    private void read(ProtobufMessage attribute, Fields fields) {
        switch (attribute.field()) {
            case 1 -> fields.name = attribute.text();
            case 2 -> fields.number = attribute.float32();
            case 3 -> fields.whole = attribute.int64();
            case 4 -> fields.text = attribute.text();
            case 5 -> fields.tensor = tensors.parse(attribute.message());
            case 7 -> attribute.float32s(number -> {
                allowance.take(Allowance.NUMBER);
                fields.numbers.add(number);
            });
            case 8 -> attribute.int64s(number -> {
                allowance.take(Allowance.NUMBER);
                fields.wholes.add(number);
            });
            case 9 -> add(fields.texts, attribute);
            case 20 -> fields.kind = attribute.int64();
            default -> {
            } // what Other is for
        }
    }

    /// What was read of an attribute so far.
    private static final class Fields {

        private final List<Float> numbers = new ArrayList<>();
        private final List<Long> wholes = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private String name = "";
        private long kind;
        private float number;
        private long whole;
        private String text = "";
        private @Nullable StoredTensor tensor;

        /// As the kind says which of the fields counts; all may be left out that have their default.
        OnnxAttribute value() {
            return switch (Math.clamp(kind, 0, Integer.MAX_VALUE)) {
                case 1 -> new OnnxAttribute.Real(number);
                case 2 -> new OnnxAttribute.Whole(whole);
                case 3 -> new OnnxAttribute.Text(text);
                case 4 -> tensor == null ? new OnnxAttribute.Other() : new OnnxAttribute.Constant(tensor);
                case 6 -> new OnnxAttribute.Numbers(numbers);
                case 7 -> new OnnxAttribute.Wholes(wholes);
                case 8 -> new OnnxAttribute.Texts(texts);
                default -> new OnnxAttribute.Other();
            };
        }
    }
}

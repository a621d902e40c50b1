package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.protobuf.ProtobufMessage;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// Makes records of the bytes of a model. Reads the fields that are needed and passes over others; tensors stay in the file.
///
/// | message | fields used |
/// |---|---|
/// | ModelProto | producer_name 2, producer_version 3, graph 7, opset_import 8, functions 25 (refused) |
/// | OperatorSetIdProto | domain 1, version 2 |
/// | GraphProto | node 1, initializer 5, input 11, output 12, sparse_initializer 15 (refused) |
/// | ValueInfoProto | name 1, type 2 |
/// | TypeProto | tensor_type 1; of it elem_type 1, shape 2; of that dim 1; of that dim_value 1 |
final class ModelParser {

    private final ByteSource source;
    private final Allowance allowance;
    private final TensorParser tensors;
    private final NodeParser nodeParser;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, StoredTensor> initializers = new LinkedHashMap<>();
    private final Map<String, Long> operatorSets = new LinkedHashMap<>();
    private final List<OnnxValue> inputs = new ArrayList<>();
    private final List<OnnxValue> outputs = new ArrayList<>();
    private String producer = "";
    private String version = "";
    private boolean hasGraph;

    private ModelParser(ByteSource source, ExternalData external) {
        this.source = source;
        allowance = new Allowance(source.faults());
        tensors = new TensorParser(allowance, external);
        nodeParser = new NodeParser(allowance, tensors);
    }

    /// @param external where tensors beside the file are; must stay open as long as tensors are read
    /// @throws org.lstm4j.ModelFileException when the bytes are no model
    static OnnxModel parse(ByteSource source, ExternalData external) {
        return new ModelParser(source, external).model();
    }

    private OnnxModel model() {
        ProtobufMessage model = ProtobufMessage.of(source);
        while (model.next()) {
            switch (model.field()) {
                case 2 -> producer = model.text();
                case 3 -> version = model.text();
                case 7 -> readGraph(model);
                case 8 -> readOperatorSet(model.message());
                case 25 -> throw source.faults().unusable("the model has functions of its own",
                        "operators of ONNX alone", "a function at byte " + model.position(),
                        "export it with functions inlined");
                default -> {
                } // nothing that says what the model computes
            }
        }
        if (!hasGraph || operatorSets.isEmpty()) {
            throw source.faults().damaged("this is no ONNX model", "a graph and the operator set it needs",
                    hasGraph ? "no operator set" : "no graph");
        }
        return new OnnxModel((producer + " " + version).strip(), operatorSets, nodes, initializers, inputs, outputs);
    }

    private void readOperatorSet(ProtobufMessage set) {
        String domain = "";
        long number = 0;
        allowance.take(Allowance.NAME);
        while (set.next()) {
            switch (set.field()) {
                case 1 -> domain = set.text();
                case 2 -> number = set.int64();
                default -> {
                }
            }
        }
        operatorSets.put(domain.equals("ai.onnx") ? "" : domain, number);
    }

    private void readGraph(ProtobufMessage model) {
        if (hasGraph) {
            throw model.damaged("the model has two graphs", "one", "two");
        }
        hasGraph = true;
        ProtobufMessage graph = model.message();
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> nodes.add(nodeParser.parse(graph.message()));
                case 5 -> addInitializer(tensors.parse(graph.message()));
                case 11 -> inputs.add(value(graph.message()));
                case 12 -> outputs.add(value(graph.message()));
                case 15 -> throw source.faults().unusable("the graph has sparse weights", "dense ones",
                        "a sparse tensor at byte " + graph.position(), "convert them before");
                default -> {
                } // names, documentation, shapes of values in between
            }
        }
    }

    private void addInitializer(StoredTensor tensor) {
        if (initializers.put(tensor.name(), tensor) != null) {
            throw source.faults().damaged("two tensors are called " + Quoted.of(tensor.name()));
        }
    }

    private OnnxValue value(ProtobufMessage value) {
        String name = "";
        OnnxValue type = new OnnxValue("", 0, null);
        allowance.take(Allowance.NAME);
        while (value.next()) {
            switch (value.field()) {
                case 1 -> name = value.text();
                case 2 -> type = type(value.message());
                default -> {
                }
            }
        }
        return new OnnxValue(name, type.elementType(), type.sizes());
    }

    private OnnxValue type(ProtobufMessage type) {
        OnnxValue found = new OnnxValue("", 0, null);
        while (type.next()) {
            if (type.field() == 1) {
                found = tensorType(type.message());
            }
        }
        return found;
    }

    private OnnxValue tensorType(ProtobufMessage type) {
        long element = 0;
        List<Long> sizes = null;
        while (type.next()) {
            switch (type.field()) {
                case 1 -> element = type.int64();
                case 2 -> sizes = sizes(type.message());
                default -> {
                }
            }
        }
        return new OnnxValue("", Math.clamp(element, 0, Integer.MAX_VALUE), sizes);
    }

    private List<Long> sizes(ProtobufMessage shape) {
        List<Long> sizes = new ArrayList<>();
        while (shape.next()) {
            if (shape.field() == 1) {
                allowance.take(Allowance.NAME);
                sizes.add(size(shape.message()));
            }
        }
        return sizes;
    }

    private static long size(ProtobufMessage dimension) {
        long size = OnnxValue.OPEN;
        while (dimension.next()) {
            if (dimension.field() == 1) {
                size = dimension.int64();
            }
        }
        return size <= 0 ? OnnxValue.OPEN : size; // some write 0 or −1 for open
    }
}

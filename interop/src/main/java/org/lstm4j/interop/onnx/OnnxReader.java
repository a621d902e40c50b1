package org.lstm4j.interop.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;

/// Reads ONNX models of recurrent networks, as PyTorch and Keras' exporters write them, operator sets 7 to 28.
///
/// {@snippet :
/// Path file = Path.of("model.onnx");
/// try (ByteSource source = ByteSource.open(file)) {
///     ImportedModel model = OnnxReader.read(source, file.toAbsolutePath().getParent(), ImportOptions.NONE);
///     Tensor answer = Predictor.of(model.network()).predict(input);
/// }
/// }
///
/// The graph has to be layers in a row, from its first input to its first output: LSTM, GRU, RNN (in one direction or both), dense layers,
/// activations, layer normalisation, an embedding at the beginning, with what exporters put between them to move axes. Everything else is
/// refused with the name of the node. Nothing in a file is run; memory is bounded by the file's size.
public final class OnnxReader {

    private OnnxReader() {}

    /// Makes a network of a model.
    ///
    /// @param source read until the network is made, and left open
    /// @param folder that the model lies in, for [ImportOptions#externalData]; null for none
    /// @throws org.lstm4j.ModelFileException when the bytes are no model, or one that cannot be said with our layers
    public static ImportedModel read(ByteSource source, @Nullable Path folder, ImportOptions options) {
        if (options.mapping() != null || options.steps() != null || !options.activations().isEmpty()) {
            throw new ConfigurationException(Problem.of(source.faults().file() + " is an ONNX model, which says all of"
                    + " itself",
                    "leave out --mapping, --steps and --activation, which are for files of weights alone"));
        }
        try (ExternalData external = new ExternalData(folder, options.externalData(), source.faults())) {
            OnnxModel model = ModelParser.parse(source, external);
            GraphReading reading = new GraphReading(model, options, source.faults(), source.size());
            ForeignNetwork network = reading.network();
            return new ImportedModel(network.build(source.faults(), Math.max(source.size(), stored(model))),
                    reading.assumptions());
        }
    }

    /// Bytes of its weights, wherever they are.
    private static long stored(OnnxModel model) {
        return model.initializers().values().stream()
                .mapToLong(tensor -> tensor.elements() * tensor.type().bits() / Byte.SIZE).sum();
    }

    /// Says what is in a model. Tensors in files beside it are not looked for.
    ///
    /// @throws org.lstm4j.ModelFileException when the bytes are no model
    public static FileSummary inspect(ByteSource source, @Nullable Path folder, ImportOptions options) {
        try (ExternalData external = new ExternalData(folder, options.externalData(), source.faults())) {
            OnnxModel model = ModelParser.parse(source, external);
            List<StoredTensor> tensors = new ArrayList<>(model.initializers().values());
            return new FileSummary(facts(model), tensors);
        }
    }

    private static Map<String, String> facts(OnnxModel model) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("format", "ONNX");
        facts.put("producer", model.producer());
        facts.put("operator sets", model.operatorSets().entrySet().stream()
                .map(set -> (set.getKey().isEmpty() ? "ai.onnx" : set.getKey()) + " " + set.getValue())
                .collect(Collectors.joining(", ")));
        facts.put("inputs", values(model.openInputs()));
        facts.put("outputs", values(model.outputs()));
        Map<String, Integer> operators = new TreeMap<>();
        model.nodes().forEach(node -> operators.merge(node.operator(), 1, Integer::sum));
        facts.put("nodes", operators.entrySet().stream().map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ")));
        return facts;
    }

    private static String values(List<OnnxValue> values) {
        return values.stream().map(OnnxValue::toString).collect(Collectors.joining(", "));
    }
}

package org.lstm4j.interop.onnx;

import java.nio.file.Path;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.network.OpenSteps;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Sequential;

/// Writes networks as ONNX models, which other programs run.
///
/// {@snippet :
/// OnnxWriter.write(network, Path.of("model.onnx"));
/// }
///
/// | | name | shape |
/// |---|---|---|
/// | input | `input` | [batch, steps, features] float32; batch is open, and steps are unless a layer is built for one number of them |
/// | output | `output` | [batch, …] as the network's |
/// | with states, of the k-th recurrent layer from 0 | `h0_k`, `c0_k` in, `hn_k`, `cn_k` out | [directions, batch, outputs], of c [directions, batch, units]; c of LSTMs alone |
///
/// A graph of several inputs takes them end to end in the one input, and gives several outputs so: see [org.lstm4j.nn.graph.Parts].
///
/// Operator set 13, or 17 where there is a layer normalisation. Dropout and noise, which do nothing in inference, are left out. A recurrent layer
/// is an LSTM, GRU or RNN node. What these have not is a Scan node, a loop over steps: projections, layer normalisation within a cell, zoneout, some
/// activations, and layers after one that finds steps that do not count. Dilated layers are nodes over a batch of phases.
///
/// What ONNX cannot say is refused with the layer's name, before anything is written: steps that do not count before a dilated or segment layer,
/// a reshape or a merge; states of recurrent layers within graphs, segment LSTMs, dilated and time-distributed layers, and of two directions that are
/// not one node. The same network gives the same bytes.
public final class OnnxWriter {

    private static final long MOST_PARAMETERS = (Integer.MAX_VALUE - (1 << 20)) / Float.BYTES;

    private OnnxWriter() {}

    /// Writes a file, whole or not at all.
    ///
    /// @throws ConfigurationException when ONNX cannot say a layer
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public static void write(Sequential network, Path file) {
        write(network, file, ExportOptions.PLAIN);
    }

    /// Writes a file, whole or not at all.
    ///
    /// @throws ConfigurationException when ONNX cannot say a layer
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public static void write(Sequential network, Path file, ExportOptions options) {
        byte[] bytes = toBytes(network, options);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /// The bytes of a model.
    ///
    /// @throws ConfigurationException when ONNX cannot say a layer
    public static byte[] toBytes(Sequential network, ExportOptions options) {
        if (network.parameterCount() > MOST_PARAMETERS) {
            throw new ConfigurationException(new Problem("the network is too large for an ONNX file",
                    "at most " + MOST_PARAMETERS + " parameters", Long.toString(network.parameterCount()),
                    "write it as safetensors"));
        }
        GraphBuilder graph = new GraphBuilder();
        boolean open = OpenSteps.areTakenBy(network);
        String input = graph.input("input", LayerExport.sizes(network.inputShape(), open ? "steps" : ""));
        Data data = write(graph, network, new Data(input, network.inputShape(), false), options);
        graph.output("output", data.name(), LayerExport.sizes(network.outputShape(), open ? openName(network) : ""));
        return graph.toBytes();
    }

    /// Adds the layers of a network to a graph.
    ///
    /// @return what comes out, samples first
    static Data write(GraphBuilder graph, Sequential network, Data data, ExportOptions options) {
        LayerExport export = new LayerExport(graph, new RecurrentExport(graph, options.states()));
        Data flowing = data;
        for (Layer layer : network.layers()) {
            flowing = export.write(layer, flowing);
        }
        Data result = flowing.batchFirst(graph);
        graph.within("");
        return result;
    }

    /// What the first axis of an output sample is called; empty where its size is fixed.
    private static String openName(Sequential network) {
        int longer = network.outputShape(OpenSteps.oneMore(network.inputShape())).size(0)
                - network.outputShape().size(0);
        return switch (longer) {
            case 0 -> "";
            case 1 -> "steps";
            default -> "outputs";
        };
    }
}

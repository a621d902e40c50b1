package org.lstm4j.peers.tensorflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// The forward half of the graph, run on one fed tensor.
final class GraphInference implements Inference {

    private final Workload workload;
    private final int sequences;
    private final Graph graph = new Graph();
    private final LstmGraph network;
    private final Session session;
    private final TFloat32 inputs;
    private @Nullable Result result;

    GraphInference(Workload workload, Weights weights, int sequences, ConfigProto settings) {
        this.workload = workload;
        this.sequences = sequences;
        this.network = new LstmGraph(Ops.create(graph), workload, weights, sequences, List.of());
        this.session = new Session(graph, settings);
        this.inputs = Tensors.zeros(Shape.of(workload.steps(), sequences, workload.features()));
        network.variables().initialize(session);
    }

    @Override
    public void load(float[] given) {
        Tensors.write(inputs, Layouts.timeMajor(given, sequences, workload.steps(), workload.features()));
    }

    @Override
    public void run() {
        free();
        result = session.runner().feed(network.inputs(), inputs).fetch(network.outputs()).run();
    }

    private void free() {
        if (result != null) {
            result.close();
        }
    }

    @Override
    public void read(float[] answers) {
        if (result == null || !(result.get(0) instanceof TFloat32 outputs)) {
            throw new IllegalStateException("nothing has run");
        }
        Tensors.read(outputs, answers);
    }

    @Override
    public void close() {
        free();
        inputs.close();
        session.close();
        graph.close();
    }
}

package org.lstm4j.peers.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// A training step as one run of a session.
final class GraphTraining implements Training {

    private final Workload workload;
    private final int batch;
    private final Graph graph = new Graph();
    private final LstmGraph network;
    private final BackwardGraph backward;
    private final Op adam;
    private final Session session;
    private final TFloat32 inputs;
    private final TFloat32 targets;

    GraphTraining(Workload workload, Weights weights, int batch, ConfigProto settings) {
        this.workload = workload;
        this.batch = batch;
        this.network = new LstmGraph(Ops.create(graph), workload, weights, batch, List.of());
        this.backward = new BackwardGraph(network, workload, batch);
        this.adam = AdamGraph.of(network.variables(), network.operations(), backward.gradients());
        this.session = new Session(graph, settings);
        this.inputs = Tensors.zeros(Shape.of(workload.steps(), batch, workload.features()));
        this.targets = Tensors.zeros(Shape.of(batch, 1));
        network.variables().initialize(session);
    }

    @Override
    public void load(float[] given, float[] wanted) {
        Tensors.write(inputs, Layouts.timeMajor(given, batch, workload.steps(), workload.features()));
        Tensors.write(targets, wanted);
    }

    @Override
    public double step() {
        try (Result result = runner().fetch(backward.loss()).addTarget(adam).run()) {
            return floats(result.get(0)).getFloat();
        }
    }

    private Session.Runner runner() {
        return session.runner().feed(network.inputs(), inputs).feed(backward.targets(), targets);
    }

    @Override
    public Weights gradients() {
        List<Operand<TFloat32>> wanted = new ArrayList<>();
        backward.gradients().forEach(pair -> wanted.add(pair.gradient()));
        return fetch(runner(), wanted);
    }

    @Override
    public Weights weights() {
        List<Operand<TFloat32>> wanted = new ArrayList<>();
        backward.gradients().forEach(pair -> wanted.add(pair.variable().value()));
        return fetch(session.runner(), wanted);
    }

    /// Weights and bias of each layer, then those of the Dense layer.
    private Weights fetch(Session.Runner runner, List<Operand<TFloat32>> operands) {
        operands.forEach(runner::fetch);
        try (Result result = runner.run()) {
            List<Weights.Layer> layers = new ArrayList<>();
            int at = 0;
            for (int index = 0; index < workload.layers(); index++) {
                layers.add(layer(Tensors.read(floats(result.get(at))), Tensors.read(floats(result.get(at + 1))),
                        workload.inputsOf(index)));
                at += 2;
            }
            return new Weights(layers, Tensors.read(floats(result.get(at))),
                    Tensors.read(floats(result.get(at + 1))));
        }
    }

    private Weights.Layer layer(float[] stacked, float[] bias, int inputSize) {
        int gates = 4 * workload.units();
        float[] input = Arrays.copyOf(stacked, inputSize * gates);
        float[] recurrent = Arrays.copyOfRange(stacked, inputSize * gates, stacked.length);
        return new Weights.Layer(Layouts.transpose(input, inputSize, gates),
                Layouts.transpose(recurrent, workload.units(), gates), bias);
    }

    private static TFloat32 floats(Tensor tensor) {
        if (tensor instanceof TFloat32 floats) {
            return floats;
        }
        throw new IllegalStateException("expected float32, but received " + tensor.dataType());
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}

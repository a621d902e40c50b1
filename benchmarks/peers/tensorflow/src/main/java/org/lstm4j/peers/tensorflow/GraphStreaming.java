package org.lstm4j.peers.tensorflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// Single steps; the tensors of state that a run gives are fed into the next, without a copy.
final class GraphStreaming implements Inference {

    private final Graph graph = new Graph();
    private final LstmGraph network;
    private final Session session;
    private final Placeholder<TFloat32> hidden;
    private final Placeholder<TFloat32> cell;
    private final Operand<TFloat32> nextHidden;
    private final Operand<TFloat32> nextCell;
    private final TFloat32 input;
    private final TFloat32 zeros;
    private @Nullable Result result;

    GraphStreaming(Workload workload, Weights weights, ConfigProto settings) {
        Ops operations = Ops.create(graph);
        Shape shape = Shape.of(1, workload.units());
        this.hidden = operations.placeholder(TFloat32.class, Placeholder.shape(shape));
        this.cell = operations.placeholder(TFloat32.class, Placeholder.shape(shape));
        this.network = new LstmGraph(operations, workload, weights, 1, List.of(hidden, cell));
        LstmGraph.Layer layer = network.layers().getFirst();
        Operand<org.tensorflow.types.TInt64> flat = operations.constant(shape);
        this.nextHidden = operations.reshape(layer.block().h(), flat);
        this.nextCell = operations.reshape(layer.block().cs(), flat);
        this.session = new Session(graph, settings);
        this.input = Tensors.zeros(Shape.of(1, 1, workload.features()));
        this.zeros = Tensors.zeros(shape);
        network.variables().initialize(session);
    }

    @Override
    public void load(float[] given) {
        Tensors.write(input, given);
    }

    @Override
    public void run() {
        Result before = result;
        Tensor hiddenBefore = before == null ? zeros : before.get(1);
        Tensor cellBefore = before == null ? zeros : before.get(2);
        result = session.runner().feed(network.inputs(), input).feed(hidden, hiddenBefore).feed(cell, cellBefore)
                .fetch(network.outputs()).fetch(nextHidden).fetch(nextCell).run();
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void read(float[] answers) {
        if (result == null || !(result.get(0) instanceof TFloat32 output)) {
            throw new IllegalStateException("nothing has run");
        }
        Tensors.read(output, answers);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}

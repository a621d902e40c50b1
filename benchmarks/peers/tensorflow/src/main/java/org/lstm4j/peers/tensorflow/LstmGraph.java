package org.lstm4j.peers.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.BlockLSTM;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/// The forward half of the graph: BlockLSTMV2 for each layer, then a product for Dense(1).
///
/// BlockLSTMV2 takes `[steps, batch, inputs]`, weights `[inputs + H, 4H]` with gates in the order i, f, c, o (the first version has
/// i, c, f, o), and adds nothing to the forget gate's bias. Peepholes are zeros that it does not look at.
final class LstmGraph {

    private final Ops operations;
    private final Workload workload;
    private final int batch;
    private final Variables variables;
    private final Placeholder<TFloat32> inputs;
    private final List<Layer> layers = new ArrayList<>();
    private final Variables.Variable denseWeights;
    private final Variables.Variable denseBias;
    private final Operand<TFloat32> last;
    private final Operand<TFloat32> outputs;

    /// One LSTM layer in the graph.
    ///
    /// @param input `[steps, batch, inputs]`
    /// @param hidden its state before the first step, `[batch, H]`
    /// @param cell likewise
    /// @param peephole zeros `[H]`
    /// @param weights `[inputs + H, 4H]`
    /// @param bias `[4H]`
    /// @param block the operation
    record Layer(Operand<TFloat32> input, Operand<TFloat32> hidden, Operand<TFloat32> cell, Operand<TFloat32> peephole,
            Variables.Variable weights, Variables.Variable bias, BlockLSTM<TFloat32> block) {}

    /// @param state hidden and cell state to begin with, `[batch, H]` each; none for zeros
    LstmGraph(Ops operations, Workload workload, Weights weights, int batch, List<Placeholder<TFloat32>> state) {
        this.operations = operations;
        this.workload = workload;
        this.batch = batch;
        this.variables = new Variables(operations);
        this.inputs = operations.placeholder(TFloat32.class,
                Placeholder.shape(Shape.of(workload.steps(), batch, workload.features())));
        Operand<TFloat32> source = inputs;
        for (int index = 0; index < workload.layers(); index++) {
            Layer layer = layer(source, weights.layers().get(index), workload.inputsOf(index), state);
            layers.add(layer);
            source = layer.block().h();
        }
        int units = workload.units();
        this.denseWeights = variables.add(weights.denseWeights(), units, 1);
        this.denseBias = variables.add(weights.denseBias(), 1);
        this.last = operations.reshape(
                operations.slice(source, operations.constant(new long[]{workload.steps() - 1L, 0, 0}),
                        operations.constant(new long[]{1, batch, units})),
                operations.constant(new long[]{batch, units}));
        this.outputs = operations.math.add(
                operations.linalg.matMul(last, denseWeights.value()), denseBias.value());
    }

    private Layer layer(
            Operand<TFloat32> source, Weights.Layer given, int inputSize, List<Placeholder<TFloat32>> state) {
        int units = workload.units();
        Operand<TFloat32> hidden = state.isEmpty() ? variables.zeros(batch, units).value() : state.getFirst();
        Operand<TFloat32> cell = state.isEmpty() ? variables.zeros(batch, units).value() : state.getLast();
        Operand<TFloat32> peephole = variables.zeros(units).value();
        float[] stacked = Layouts.join(
                Layouts.transpose(given.inputWeights(), 4 * units, inputSize),
                Layouts.transpose(given.recurrentWeights(), 4 * units, units));
        Variables.Variable weights = variables.add(stacked, inputSize + units, 4L * units);
        Variables.Variable bias = variables.add(given.bias(), 4L * units);
        BlockLSTM<TFloat32> block = operations.nn.blockLSTM(steps(), source, cell, hidden, weights.value(), peephole,
                peephole, peephole, bias.value(), BlockLSTM.cellClip(-1f), BlockLSTM.usePeephole(false));
        return new Layer(source, hidden, cell, peephole, weights, bias, block);
    }

    /// How many steps the operation does: all.
    Operand<TInt64> steps() {
        return operations.constant((long) workload.steps());
    }

    Ops operations() {
        return operations;
    }

    Variables variables() {
        return variables;
    }

    Placeholder<TFloat32> inputs() {
        return inputs;
    }

    List<Layer> layers() {
        return layers;
    }

    Variables.Variable denseWeights() {
        return denseWeights;
    }

    Variables.Variable denseBias() {
        return denseBias;
    }

    /// The last layer's last hidden state, `[batch, H]`.
    Operand<TFloat32> last() {
        return last;
    }

    /// `[batch, 1]`.
    Operand<TFloat32> outputs() {
        return outputs;
    }
}

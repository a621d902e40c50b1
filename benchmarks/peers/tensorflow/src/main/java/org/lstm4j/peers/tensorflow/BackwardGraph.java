package org.lstm4j.peers.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.benchmarks.protocol.Workload;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.nn.BlockLSTM;
import org.tensorflow.op.nn.BlockLSTMGrad;
import org.tensorflow.types.TFloat32;

/// The backward half of the graph: the mean squared error and its gradients, by BlockLSTMGradV2 for each layer.
final class BackwardGraph {

    private final Placeholder<TFloat32> targets;
    private final Operand<TFloat32> loss;
    private final List<Gradient> gradients;

    /// A variable and the gradient of the loss.
    record Gradient(Variables.Variable variable, Operand<TFloat32> gradient) {}

    BackwardGraph(LstmGraph network, Workload workload, int batch) {
        Ops tf = network.operations();
        this.targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(batch, 1)));
        Operand<TFloat32> error = tf.math.sub(network.outputs(), targets);
        this.loss = tf.math.mean(tf.math.square(error), tf.constant(new int[]{0, 1}));
        Operand<TFloat32> errorGradient = tf.math.mul(error, tf.constant(2f / batch));
        Operand<TFloat32> denseWeights = tf.linalg.matMul(network.last(), errorGradient, MatMul.transposeA(true));
        Operand<TFloat32> denseBias = tf.sum(errorGradient, tf.constant(0));
        Operand<TFloat32> last = tf.linalg.matMul(
                errorGradient, network.denseWeights().value(), MatMul.transposeB(true));
        this.gradients = new ArrayList<>(layers(network, workload, batch, last));
        gradients.add(new Gradient(network.denseWeights(), denseWeights));
        gradients.add(new Gradient(network.denseBias(), denseBias));
    }

    /// From the last layer to the first, the gradient of whose inputs nobody asks for.
    private static List<Gradient> layers(LstmGraph network, Workload workload, int batch, Operand<TFloat32> last) {
        Ops tf = network.operations();
        int units = workload.units();
        Operand<TFloat32> ofCells = network.variables().zeros(workload.steps(), batch, units).value();
        Operand<TFloat32> ofLast = tf.reshape(last, tf.constant(new long[]{1, batch, units}));
        Operand<TFloat32> ofHidden = workload.steps() == 1
                ? ofLast
                : tf.concat(List.of(network.variables().zeros(workload.steps() - 1L, batch, units).value(), ofLast),
                        tf.constant(0));
        List<Gradient> gradients = new ArrayList<>();
        for (int index = network.layers().size() - 1; index >= 0; index--) {
            LstmGraph.Layer layer = network.layers().get(index);
            BlockLSTM<TFloat32> block = layer.block();
            BlockLSTMGrad<TFloat32> backward = tf.nn.blockLSTMGrad(network.steps(), layer.input(), layer.cell(),
                    layer.hidden(), layer.weights().value(), layer.peephole(), layer.peephole(), layer.peephole(),
                    layer.bias().value(), block.i(), block.cs(), block.f(), block.o(), block.ci(), block.co(),
                    block.h(), ofCells, ofHidden, false);
            ofHidden = backward.xGrad();
            gradients.addFirst(new Gradient(layer.bias(), backward.bGrad()));
            gradients.addFirst(new Gradient(layer.weights(), backward.wGrad()));
        }
        return gradients;
    }

    Placeholder<TFloat32> targets() {
        return targets;
    }

    Operand<TFloat32> loss() {
        return loss;
    }

    /// Weights and bias of each LSTM layer, then those of the Dense layer.
    List<Gradient> gradients() {
        return gradients;
    }
}

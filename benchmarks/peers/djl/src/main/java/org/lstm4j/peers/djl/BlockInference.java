package org.lstm4j.peers.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// The block's forward pass outside training.
final class BlockInference implements Inference {

    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final Block block;
    private final ParameterStore parameters;
    private final NDArray inputs;
    private NDArray outputs;

    BlockInference(Workload workload, Weights weights, int sequences) {
        Shape shape = new Shape(sequences, workload.steps(), workload.features());
        this.block = LstmBlock.of(workload);
        block.initialize(manager, DataType.FLOAT32, shape);
        LstmBlock.write(block, workload, weights);
        this.parameters = new ParameterStore(manager, false);
        this.inputs = manager.zeros(shape);
        this.outputs = manager.zeros(new Shape(sequences, 1));
    }

    @Override
    public void load(float[] given) {
        inputs.set(given);
    }

    @Override
    public void run() {
        outputs.close();
        try (NDScope _ = new NDScope()) {
            outputs = block.forward(parameters, new NDList(inputs), false).head();
            NDScope.unregister(outputs); // outlives the scope
        }
    }

    @Override
    public void read(float[] answers) {
        System.arraycopy(outputs.toFloatArray(), 0, answers, 0, answers.length);
    }

    @Override
    public void close() {
        manager.close();
    }
}

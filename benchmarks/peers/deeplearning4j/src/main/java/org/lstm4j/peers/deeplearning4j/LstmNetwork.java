package org.lstm4j.peers.deeplearning4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/// Builds the network and gives it its weights.
final class LstmNetwork {

    private static final double LEARNING_RATE = 0.001;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private LstmNetwork() {}

    /// @param streaming with an answer to every step; else to the last alone
    static MultiLayerNetwork of(Workload workload, Weights weights, boolean streaming) {
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
                .updater(new Adam(LEARNING_RATE, BETA1, BETA2, EPSILON))
                .list();
        for (int index = 0; index < workload.layers(); index++) {
            LSTM lstm = new LSTM.Builder().nIn(workload.inputsOf(index)).nOut(workload.units())
                    .activation(Activation.TANH).gateActivationFunction(Activation.SIGMOID).build();
            boolean last = index == workload.layers() - 1;
            builder.layer(last && !streaming ? new LastTimeStep(lstm) : lstm);
        }
        builder.layer(streaming
                ? new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .activation(Activation.IDENTITY).nIn(workload.units()).nOut(1).build()
                : new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .activation(Activation.IDENTITY).nIn(workload.units()).nOut(1).build());
        MultiLayerNetwork network = new MultiLayerNetwork(builder.build());
        network.init();
        Arrays.write(network, weights, workload);
        return network;
    }
}

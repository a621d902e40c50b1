package org.lstm4j.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Reference;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.inference.WeightFormat;

/// Computes with ours what every contestant has to come to.
final class ReferenceWriter {

    private static final long SEED = 7;

    private ReferenceWriter() {}

    /// @throws IOException when the file cannot be written
    static void write(Path path, Workload workload, int threads) throws IOException {
        OwnPeer ours = new OwnPeer(WeightFormat.FLOAT32);
        ours.useThreads(threads);
        SplittableRandom random = new SplittableRandom(SEED);
        Weights weights = OwnNetwork.of(workload).weights();
        int sequences = Reference.sequences(workload);
        float[] inputs = uniform(random, sequences * workload.steps() * workload.features());
        if (workload.streams()) {
            Reference.write(path, workload, new Reference.Forward(
                    weights, inputs, stream(ours, workload, weights, inputs)));
            return;
        }
        float[] outputs = new float[sequences];
        try (Inference inference = ours.inference(workload, weights, sequences)) {
            inference.load(inputs);
            inference.run();
            inference.read(outputs);
        }
        float[] targets = uniform(random, workload.batch());
        Reference.write(path, workload, new Reference.Forward(weights, inputs, outputs),
                step(ours, workload, weights, inputs, targets));
    }

    private static float[] stream(OwnPeer ours, Workload workload, Weights weights, float[] inputs) {
        float[] outputs = new float[Reference.STREAM_STEPS];
        float[] output = new float[1];
        try (Inference streaming = ours.streaming(workload, weights)) {
            for (int step = 0; step < outputs.length; step++) {
                int from = step * workload.features();
                streaming.load(Arrays.copyOfRange(inputs, from, from + workload.features()));
                streaming.run();
                streaming.read(output);
                outputs[step] = output[0];
            }
        }
        return outputs;
    }

    private static Reference.Step step(
            OwnPeer ours, Workload workload, Weights weights, float[] inputs, float[] targets) {
        int numbers = workload.batch() * workload.steps() * workload.features();
        try (Training training = ours.training(workload, weights, workload.batch())) {
            training.load(Arrays.copyOf(inputs, numbers), targets);
            Weights gradients = training.gradients();
            double loss = training.step();
            return new Reference.Step(targets, loss, gradients, training.weights());
        }
    }

    private static float[] uniform(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}

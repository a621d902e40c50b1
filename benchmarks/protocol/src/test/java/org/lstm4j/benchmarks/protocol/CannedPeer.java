package org.lstm4j.benchmarks.protocol;

import java.util.List;

/// A peer that computes nothing but answers what it was made with.
///
/// @param outputs of every inference, and step by step of every stream
/// @param loss of every step
/// @param gradients of every batch
/// @param updated the weights after a step
@SuppressWarnings("ArrayRecordComponent") // never compared
record CannedPeer(float[] outputs, double loss, Weights gradients, Weights updated) implements Peer {

    /// What the canned reference for a tiny workload says.
    static CannedPeer right() {
        return new CannedPeer(new float[Reference.LARGE_BATCH], 2, weights(0.5f), weights(0.999f));
    }

    static Workload workload() {
        return new Workload("W1", 2, 3, 1, 2, 1);
    }

    /// All elements the same.
    static Weights weights(float value) {
        float[] four = new float[8];
        float[] recurrent = new float[16];
        java.util.Arrays.fill(four, value);
        java.util.Arrays.fill(recurrent, value);
        return new Weights(List.of(new Weights.Layer(four, recurrent, four.clone())), new float[]{value, value},
                new float[]{value});
    }

    @Override
    public String version() {
        return "canned 1";
    }

    @Override
    public void useThreads(int threads) {
        // there is nothing to compute
    }

    @Override
    public Training training(Workload workload, Weights weights, int batch) {
        return new Training() {

            @Override
            public void load(float[] inputs, float[] targets) {
                // nothing depends on them
            }

            @Override
            public double step() {
                return loss;
            }

            @Override
            public Weights gradients() {
                return gradients;
            }

            @Override
            public Weights weights() {
                return updated;
            }
        };
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return new Inference() {

            @Override
            public void load(float[] inputs) {
                // nothing depends on them
            }

            @Override
            public void run() {
                // the answers are there
            }

            @Override
            public void read(float[] answers) {
                System.arraycopy(outputs, 0, answers, 0, answers.length);
            }
        };
    }
}

package org.lstm4j.benchmarks.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Compares a contestant's results with the reference, before anything is timed.
///
/// Outputs and loss may differ by [#ABSOLUTE] (outputs by [Peer#outputTolerance]) and [#RELATIVE] of the reference's value. An element of a gradient may differ by
/// [#RELATIVE] of the largest element of its array: float32 sums in another order differ by that of their largest terms. Weights
/// after a step may differ by [#UPDATE] of the learning rate, where the gradient is not so small that its sign is left to
/// rounding; the biases of LSTM layers are left out, since some libraries keep two, which both move.
final class Check {

    static final double ABSOLUTE = 1e-5;
    static final double RELATIVE = 1e-3;
    static final double UPDATE = 0.02;
    static final double LEARNING_RATE = 0.001;

    private Check() {}

    /// Runs one step and compares everything.
    ///
    /// @return what was found, for a note
    /// @throws CheckFailedException naming the first element that differs
    static String training(Training training, Reference reference, Workload workload) {
        Weights gradients = training.gradients();
        Weights expected = reference.gradients();
        double worst = gradients(gradients, expected, workload);
        double loss = training.step();
        double expectedLoss = reference.loss();
        double lossError = elements("the loss", new float[]{(float) expectedLoss}, new float[]{(float) loss}, ABSOLUTE);
        updates(training.weights(), reference.updated(), expected, workload);
        return String.format(Locale.ROOT, "loss off by %.1e; gradients by %.1e of their largest", lossError, worst);
    }

    /// Runs inference and compares the answers.
    ///
    /// @throws CheckFailedException naming the first element that differs
    static String inference(Inference inference, float[] inputs, float[] expected, double tolerance) {
        float[] outputs = new float[expected.length];
        inference.load(inputs);
        inference.run();
        inference.read(outputs);
        return String.format(Locale.ROOT, "outputs off by %.1e", elements("outputs", expected, outputs, tolerance));
    }

    /// Feeds single steps and compares each answer.
    ///
    /// @throws CheckFailedException naming the first element that differs
    static String streaming(Inference streaming, float[] inputs, float[] expected, double tolerance) {
        int features = inputs.length / expected.length;
        float[] outputs = new float[expected.length];
        float[] output = new float[1];
        for (int step = 0; step < expected.length; step++) {
            streaming.load(Arrays.copyOfRange(inputs, step * features, (step + 1) * features));
            streaming.run();
            streaming.read(output);
            outputs[step] = output[0];
        }
        return String.format(Locale.ROOT, "outputs off by %.1e",
                elements("streamed outputs", expected, outputs, tolerance));
    }

    static double elements(String what, float[] expected, float[] received, double absolute) {
        requireLength(what, expected, received);
        double worst = 0;
        for (int index = 0; index < expected.length; index++) {
            double difference = Math.abs((double) expected[index] - received[index]);
            requireWithin(difference, absolute + RELATIVE * Math.abs(expected[index]), what, index, expected, received);
            worst = Math.max(worst, difference);
        }
        return worst;
    }

    private static double gradients(Weights received, Weights expected, Workload workload) {
        double worst = 0;
        List<NamedArray> theirs = received.arrays("gradient of ", workload);
        List<NamedArray> ours = expected.arrays("gradient of ", workload);
        for (int array = 0; array < ours.size(); array++) {
            float[] right = ours.get(array).data();
            float[] given = theirs.get(array).data();
            String what = ours.get(array).name();
            requireLength(what, right, given);
            double largest = largest(right);
            for (int index = 0; index < right.length; index++) {
                double difference = Math.abs((double) right[index] - given[index]);
                requireWithin(difference, RELATIVE * largest, what, index, right, given);
                worst = Math.max(worst, difference / Math.max(largest, Double.MIN_NORMAL));
            }
        }
        return worst;
    }

    private static void updates(Weights received, Weights expected, Weights gradients, Workload workload) {
        List<NamedArray> theirs = received.arrays("after a step ", workload);
        List<NamedArray> ours = expected.arrays("after a step ", workload);
        List<NamedArray> slopes = gradients.arrays("", workload);
        for (int array = 0; array < ours.size(); array++) {
            String what = ours.get(array).name();
            if (what.endsWith(".bias") && !what.endsWith("dense.bias")) {
                continue;
            }
            float[] right = ours.get(array).data();
            float[] given = theirs.get(array).data();
            float[] slope = slopes.get(array).data();
            requireLength(what, right, given);
            double decided = 0.01 * largest(slope);
            for (int index = 0; index < right.length; index++) {
                if (Math.abs(slope[index]) >= decided) {
                    double difference = Math.abs((double) right[index] - given[index]);
                    requireWithin(difference, UPDATE * LEARNING_RATE, what, index, right, given);
                }
            }
        }
    }

    private static double largest(float[] array) {
        double largest = 0;
        for (float value : array) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void requireLength(String what, float[] expected, float[] received) {
        if (expected.length != received.length) {
            throw new CheckFailedException(
                    what + " has " + received.length + " elements; expected " + expected.length);
        }
    }

    private static void requireWithin(
            double difference, double allowed, String what, int index, float[] expected, float[] received) {
        if (!(difference <= allowed)) { // NaN fails too
            throw new CheckFailedException(
                    String.format(Locale.ROOT, "%s: element %d is %.8g; expected %.8g within %.2g",
                            what, index, received[index], expected[index], allowed));
        }
    }
}

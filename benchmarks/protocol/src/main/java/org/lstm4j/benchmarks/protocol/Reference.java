package org.lstm4j.benchmarks.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What lstm4j computed for one workload: all contestants begin with its weights and inputs, and have to come to its results
/// before they are timed. Arrays are read from the file when they are asked for.
///
/// For [Workload#STREAM] a sequence of [#STREAM_STEPS] single steps; for the others inputs of as many sequences as the
/// largest batch measured, whose first B make the training batch.
public final class Reference {

    /// Single steps in the reference of a stream: enough for a state that is not handed on to show.
    public static final int STREAM_STEPS = 8;
    /// Sequences of [Mode#INF64].
    public static final int LARGE_BATCH = 64;

    private static final String WEIGHTS = "weights/";
    private static final String GRADIENTS = "gradients/";
    private static final String UPDATED = "updated/";

    private final Workload workload;
    private final ArrayFile file;

    private Reference(Workload workload, ArrayFile file) {
        this.workload = workload;
        this.file = file;
    }

    /// The answers of one forward pass, and of one training step where the workload is trained.
    ///
    /// @param weights before the step
    /// @param inputs `[sequences, steps, features]`, or `[STREAM_STEPS, features]`
    /// @param outputs `[sequences]`, or `[STREAM_STEPS]`, with the weights before the step
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose: they are as large as networks
    public record Forward(Weights weights, float[] inputs, float[] outputs) {}

    /// One training step on the first B sequences.
    ///
    /// @param targets `[batch]`
    /// @param loss before the step
    /// @param gradients of the loss
    /// @param updated the weights after the step
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose: they are as large as networks
    public record Step(float[] targets, double loss, Weights gradients, Weights updated) {}

    /// How many sequences, or steps of a stream, the reference of a workload has.
    public static int sequences(Workload workload) {
        return workload.streams() ? STREAM_STEPS : Math.max(workload.batch(), LARGE_BATCH);
    }

    /// Writes the reference of a workload that is only inferred.
    public static void write(Path path, Workload workload, Forward forward) throws IOException {
        ArrayFile.write(path, arrays(workload, forward));
    }

    public static void write(Path path, Workload workload, Forward forward, Step step) throws IOException {
        List<NamedArray> arrays = arrays(workload, forward);
        arrays.add(new NamedArray("targets", step.targets(), workload.batch()));
        arrays.add(new NamedArray("loss", new float[]{(float) step.loss()}, 1));
        arrays.addAll(step.gradients().arrays(GRADIENTS, workload));
        arrays.addAll(step.updated().arrays(UPDATED, workload));
        ArrayFile.write(path, arrays);
    }

    private static List<NamedArray> arrays(Workload workload, Forward forward) {
        int sequences = sequences(workload);
        List<NamedArray> arrays = new ArrayList<>(forward.weights().arrays(WEIGHTS, workload));
        arrays.add(new NamedArray("inputs", forward.inputs(), sequences, workload.steps(), workload.features()));
        arrays.add(new NamedArray("outputs", forward.outputs(), sequences));
        return arrays;
    }

    /// @throws IOException when the file cannot be read or is damaged
    public static Reference open(Path path, Workload workload) throws IOException {
        return new Reference(workload, ArrayFile.open(path));
    }

    public Weights weights() {
        return Weights.of(WEIGHTS, workload, this::read);
    }

    public Weights gradients() {
        return Weights.of(GRADIENTS, workload, this::read);
    }

    public Weights updated() {
        return Weights.of(UPDATED, workload, this::read);
    }

    /// The first `sequences` of the inputs.
    public float[] inputs(int sequences) {
        return Arrays.copyOf(read("inputs"), sequences * workload.steps() * workload.features());
    }

    /// The answers to [#inputs].
    public float[] outputs(int sequences) {
        return Arrays.copyOf(read("outputs"), sequences);
    }

    public float[] targets() {
        return read("targets");
    }

    public double loss() {
        return read("loss")[0];
    }

    private float[] read(String name) {
        try {
            return file.read(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

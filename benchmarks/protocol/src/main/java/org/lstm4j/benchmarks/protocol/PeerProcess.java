package org.lstm4j.benchmarks.protocol;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A process that measures one library on one [Assignment]: checks its results, takes the times, says them, and ends.
public final class PeerProcess {

    /// Targets are sums of ten uniform numbers, near 5: a network that learnt nothing has a loss of 25 or so.
    private static final double MOST_CHAPTER_LOSS = 5;
    private static final long CHAPTER_SEED = 42;

    private PeerProcess() {}

    /// Does what the arguments say and ends the JVM: exit code 0, or 1 after a line with the reason.
    public static void run(Peer peer, String... arguments) {
        System.exit(run(peer, System.out, arguments));
    }

    static int run(Peer peer, PrintStream out, String... arguments) {
        try {
            Answer answer = measure(peer, Assignment.parse(arguments));
            answer.lines().forEach(out::println);
            return 0;
        } catch (IOException | RuntimeException | LinkageError e) {
            // a library that fails to load says so by an error
            e.printStackTrace(System.err);
            out.println(Answer.failure(e instanceof CheckFailedException ? "check: " + e.getMessage() : e.toString()));
            return 1;
        }
    }

    private static Answer measure(Peer peer, Assignment assignment) throws IOException {
        peer.useThreads(assignment.threads());
        if (assignment.mode() == Mode.PROCESS) {
            return chapter(peer);
        }
        Reference reference = Reference.open(assignment.reference(), assignment.workload());
        return switch (assignment.mode()) {
            case TRAIN_STEP -> training(peer, assignment, reference);
            case INF1 -> inference(peer, assignment, reference, 1);
            case INF64 -> inference(peer, assignment, reference, Reference.LARGE_BATCH);
            case STREAM_STEP -> streaming(peer, assignment, reference);
            case PROCESS, MEMORY_MB, FIRST_STEP ->
                throw new IllegalArgumentException(assignment.mode().label() + " is not timed inside a process");
        };
    }

    private static Answer chapter(Peer peer) {
        double loss = peer.chapter(ChapterData.draw(CHAPTER_SEED));
        if (!(loss < MOST_CHAPTER_LOSS)) {
            throw new CheckFailedException("the test loss of the chapter is " + loss + "; expected less than "
                    + MOST_CHAPTER_LOSS);
        }
        return new Answer(peer.version(), String.format(Locale.ROOT, "test loss %.4f", loss), Optional.empty(),
                Optional.empty(), ResidentMemory.peakKilobytes());
    }

    private static Answer training(Peer peer, Assignment assignment, Reference reference) {
        Workload workload = assignment.workload();
        float[] inputs = reference.inputs(workload.batch());
        float[] targets = reference.targets();
        try (Training training = peer.training(workload, reference.weights(), workload.batch())) {
            training.load(inputs, targets);
            String check = Check.training(training, reference, workload);
            return timed(peer, assignment, check, training::step, () -> {
                training.load(inputs, targets);
                return training.step();
            });
        }
    }

    private static Answer inference(Peer peer, Assignment assignment, Reference reference, int sequences) {
        float[] inputs = reference.inputs(sequences);
        try (Inference inference = peer.inference(assignment.workload(), reference.weights(), sequences)) {
            String check = Check.inference(inference, inputs, reference.outputs(sequences), peer.outputTolerance());
            return timed(peer, assignment, inference, inputs, sequences, check);
        }
    }

    private static Answer streaming(Peer peer, Assignment assignment, Reference reference) {
        int steps = Reference.STREAM_STEPS;
        try (Inference streaming = peer.streaming(assignment.workload(), reference.weights())) {
            String check = Check.streaming(streaming, reference.inputs(steps), reference.outputs(steps),
                    peer.outputTolerance());
            return timed(peer, assignment, streaming, reference.inputs(1), 1, check);
        }
    }

    private static Answer timed(
            Peer peer, Assignment assignment, Inference inference, float[] inputs, int sequences, String check) {
        float[] outputs = new float[sequences];
        Answer answer = timed(peer, assignment, check, () -> {
            inference.run();
            return 0;
        }, () -> {
            inference.load(inputs);
            inference.run();
            inference.read(outputs);
            return outputs[0];
        });
        inference.read(outputs);
        if (!Float.isFinite(outputs[0])) {
            throw new CheckFailedException("after the timed calls the output is " + outputs[0]);
        }
        return answer;
    }

    private static Answer timed(
            Peer peer, Assignment assignment, String check, Measured bare, Measured withCopies) {
        List<Measured> calls = new ArrayList<>();
        calls.add(bare);
        if (assignment.copies()) {
            calls.add(withCopies);
        }
        BooleanSupplier compilerAtRest = CompilerRest.forThreads(assignment.threads());
        List<Spread> spreads = new Stopwatch(assignment.pace(),
                call -> compilerAtRest.getAsBoolean() && peer.settled(call))
                .time(calls);
        Optional<Spread> copies = assignment.copies() ? Optional.of(spreads.getLast()) : Optional.empty();
        return new Answer(peer.version(), check, Optional.of(spreads.getFirst()), copies,
                ResidentMemory.peakKilobytes());
    }
}

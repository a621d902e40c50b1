package org.lstm4j.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is timed before its results are right.
class PeerProcessTest {

    private static final Weights BEFORE = CannedPeer.weights(1);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path reference;

    @BeforeEach
    void writeReference() throws IOException {
        Workload workload = CannedPeer.workload();
        CannedPeer right = CannedPeer.right();
        int sequences = Reference.sequences(workload);
        reference = folder.resolve("W1.reference");
        Reference.write(reference, workload,
                new Reference.Forward(BEFORE, new float[sequences * workload.steps()], right.outputs()),
                new Reference.Step(new float[workload.batch()], right.loss(), right.gradients(), right.updated()));
    }

    @Test
    void timesTheBareCallAndTheCallWithItsCopies() {
        assertThat(run(CannedPeer.right(), Mode.TRAIN_STEP, true)).isZero();

        Answer answer = Answer.parse(lines()).orElseThrow();
        assertThat(answer.version()).isEqualTo("canned 1");
        assertThat(answer.check()).isEqualTo("loss off by 0.0e+00; gradients by 0.0e+00 of their largest");
        assertThat(answer.bare()).get().satisfies(spread -> assertThat(spread.median()).isPositive());
        assertThat(answer.withCopies()).isPresent();
    }

    @Test
    void timesTheBareCallAloneWhereCopiesAreNotAskedFor() {
        assertThat(run(CannedPeer.right(), Mode.INF64, false)).isZero();

        assertThat(Answer.parse(lines()).orElseThrow().withCopies()).isEmpty();
    }

    @Test
    void aWrongLossIsNoContest() {
        CannedPeer right = CannedPeer.right();

        assertThat(
                run(new CannedPeer(right.outputs(), 2.01, right.gradients(), right.updated()), Mode.TRAIN_STEP, true))
                .isEqualTo(1);

        assertThat(Answer.parse(lines())).isEmpty();
        assertThat(Answer.reason(lines())).get().asString().contains("check: the loss", "2.01", "expected 2");
    }

    @Test
    void aWrongGradientIsNoContest() {
        CannedPeer right = CannedPeer.right();
        right.gradients().layers().getFirst().recurrentWeights()[5] = 0.5625f;

        assertThat(run(right, Mode.TRAIN_STEP, true)).isEqualTo(1);

        assertThat(Answer.reason(lines())).get().asString()
                .contains(
                        "gradient of 0.recurrentWeights: element 5 is 0.56250000; expected 0.50000000 within 0.00050");
    }

    @Test
    void aStepInAnotherDirectionIsNoContest() {
        CannedPeer right = CannedPeer.right();

        run(new CannedPeer(right.outputs(), 2, right.gradients(), CannedPeer.weights(1.001f)), Mode.TRAIN_STEP, true);

        assertThat(Answer.reason(lines())).get().asString().contains("after a step 0.inputWeights: element 0");
    }

    @Test
    void anOutputThatIsNoNumberIsNoContest() {
        CannedPeer right = CannedPeer.right();
        right.outputs()[63] = Float.NaN;

        assertThat(run(right, Mode.INF64, false)).isEqualTo(1);

        assertThat(Answer.reason(lines())).get().asString().contains("outputs: element 63 is NaN");
    }

    @Test
    void whatAPeerDoesNotOfferIsSaid() {
        assertThat(run(CannedPeer.right(), Mode.STREAM_STEP, false)).isEqualTo(1);

        assertThat(Answer.reason(lines())).get().asString().contains("canned 1 does not stream");
    }

    @Test
    void aPeerThatDoesNotLearnFailsTheChapter() {
        assertThat(run(CannedPeer.right(), Mode.PROCESS, false)).isEqualTo(1);

        assertThat(Answer.reason(lines())).isPresent();
    }

    private int run(Peer peer, Mode mode, boolean copies) {
        Assignment assignment = new Assignment(CannedPeer.workload(), mode, 1, reference, new SamplePace(0, 1, 2, 0),
                copies);
        return PeerProcess.run(peer, new PrintStream(out, true, StandardCharsets.UTF_8),
                assignment.arguments().toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

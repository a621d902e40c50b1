package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How threads share a pass changes no byte of what comes out, and is chosen by size.
class RecurrentSharingTest {

    /// Sizes around the edges of panels of 64 units, blocks of 16 and strips of six rows.
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "3, 7, 3, 50", "4, 13, 5, 64", "2, 6, 65, 130", "5, 12, 16, 200"})
    void theSameBytesHoweverThreadsShare(int steps, int batch, int features, int units) {
        for (PassMode mode : List.of(PassMode.TRAINING, PassMode.TRAINING_ON_DATA)) {
            for (boolean everyStep : new boolean[]{false, true}) {
                for (boolean withState : new boolean[]{false, true}) {
                    compare(new Case(mode, steps, batch, features, units, everyStep, withState));
                }
            }
        }
    }

    @Test
    void panelsAreSharedWhereRowsAreFew() {
        assertThat(sharing(16, 100, 64, 512, 2).byPanels()).as("three strips for two threads").isTrue();
        assertThat(sharing(64, 50, 128, 1024, 16).byPanels()).as("eleven strips for 16 threads").isTrue();
        assertThat(sharing(64, 50, 128, 1024, 1).isShared()).as("one thread").isFalse();
        assertThat(sharing(16, 100, 64, 64, 2).byPanels()).as("one panel").isFalse();
        assertThat(sharing(64, 96, 32, 256, 2)).as("eleven strips for two threads").satisfies(sharing -> {
            assertThat(sharing.byPanels()).isFalse();
            assertThat(sharing.rows().count()).isEqualTo(2);
        });
        assertThat(sharing(32, 10, 1, 50, 2).isShared()).as("little work").isTrue();
        assertThat(sharing(1, 10, 1, 50, 2).isShared()).as("less work").isFalse();
    }

    private static RecurrentSharing sharing(int batch, int steps, int features, int units, int threads) {
        return RecurrentSharing.of(new RecurrentSizes(batch, steps, features, units, units, units), false, threads);
    }

    private record Case(
            PassMode mode, int steps, int batch, int features, int units, boolean everyStep, boolean withState) {}

    private static void compare(Case sizes) {
        RowShares together = RowShares.of(sizes.batch(), 1, 0);
        List<float[]> expected = run(sizes, 1, new RecurrentSharing(together, false));
        for (int threads : new int[]{1, 2, 3}) {
            assertSame(sizes, expected, threads, new RecurrentSharing(together, true));
            assertSame(sizes, expected, threads,
                    new RecurrentSharing(RowShares.of(sizes.batch(), threads, Long.MAX_VALUE), false));
        }
    }

    private static void assertSame(Case sizes, List<float[]> expected, int threads, RecurrentSharing sharing) {
        List<float[]> actual = run(sizes, threads, sharing);
        for (int array = 0; array < expected.size(); array++) {
            assertThat(actual.get(array)).as("%s, %d threads, %s, array %d", sizes, threads, sharing, array)
                    .isEqualTo(expected.get(array));
        }
    }

    /// Two rounds, since arrays keep what the first one left.
    private static List<float[]> run(Case sizes, int threads, RecurrentSharing sharing) {
        Shape sample = Shape.sequence(sizes.steps(), sizes.features());
        Shape batch = sample.withBatch(sizes.batch());
        Lstm lstm = new LstmSpec(sizes.units(), sizes.everyStep(), Initialization.PYTORCH)
                .build("0", sample, new RandomStreams(1));
        SplittableRandom random = new SplittableRandom(2);
        List<float[]> results = new ArrayList<>();
        try (WorkerPool workers = new WorkerPool(threads)) {
            Shape output = lstm.outputShape(sample).withBatch(sizes.batch());
            RecurrentPass pass = new RecurrentPass(lstm, batch, output, sizes.mode(),
                    new Compute(LstmKernels.scalar(), workers), WalkDirection.FORWARDS, sharing);
            for (int round = 0; round < 2; round++) {
                runRound(sizes, pass, batch, output, random, results);
            }
        }
        results.add(lstm.weights().inputWeights().gradient());
        results.add(lstm.weights().recurrentWeights().gradient());
        results.add(lstm.weights().bias().gradient());
        return results;
    }

    private static void runRound(
            Case sizes, RecurrentPass pass, Shape batch, Shape output, SplittableRandom random, List<float[]> results) {
        Tensor input = filled(batch, random);
        RecurrentState state = RecurrentState.zeros(sizes.batch(), sizes.units());
        if (sizes.withState()) {
            fill(state.hidden().data(), random);
            fill(state.cell().data(), random);
            results.add(pass.forward(input, state).data().clone());
            RecurrentState gradient = RecurrentState.zeros(sizes.batch(), sizes.units());
            fill(gradient.hidden().data(), random);
            pass.backward(filled(output, random), gradient);
            pass.initialStateGradient(gradient);
            results.add(gradient.hidden().data());
            results.add(gradient.cell().data());
        } else {
            results.add(pass.forward(input).data().clone());
            pass.backward(filled(output, random));
        }
        if (sizes.mode() == PassMode.TRAINING) {
            results.add(pass.inputGradient().data().clone());
        }
    }

    private static Tensor filled(Shape shape, SplittableRandom random) {
        Tensor tensor = Tensor.zeros(shape);
        fill(tensor.data(), random);
        return tensor;
    }

    private static void fill(float[] values, SplittableRandom random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) random.nextDouble(-1, 1);
        }
    }
}

package org.lstm4j.benchmarks.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.LstmProducts;

/// The promise of the same bytes in short form; the program [Determinism] goes through every combination.
class DeterminismTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void sameBytesWhateverComputes() {
        List<Observation> observations = Determinism.observe(Configuration.few(), stream);

        Verdict verdict = new Verdict(observations);
        System.out.println(out.toString(StandardCharsets.UTF_8) + "\n" + verdict.text());
        assertThat(verdict.isSame()).as(verdict.text()).isTrue();
        assertThat(verdict.isAsRecorded()).as(verdict.text()).isTrue();
        assertThat(verdict.configurations()).isEqualTo(Configuration.few().size());
        assertThat(observations).extracting(Observation::kernels)
                .anyMatch(kernels -> kernels.startsWith("scalar")).anyMatch(kernels -> kernels.contains("4 lanes"));
        assertThat(observations).extracting(Observation::threads).contains(1, 2, 3);
        if (JvmFlags.have("UseAVX")) {
            assertThat(observations).extracting(Observation::fma).contains("hardware", "software");
        }
    }

    @Test
    void theSharedSubjectIsSharedByThreads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        LstmKernels scalar = LstmKernels.scalar();
        LstmKernels watched = new LstmKernels("scalar", "watched", watch(scalar.products(), threads), scalar.gates(),
                scalar.activations(),
                scalar.compressed());
        try (Compute compute = new Compute(watched, new WorkerPool(2))) {
            assertThat(Subject.SHARED.run(compute)).isEqualTo(Subject.SHARED.run(alone(scalar)));
        }
        assertThat(threads).hasSize(2);
    }

    @Test
    void anotherSeriesOfOperationsIsNoticed() {
        Observation one = Observation.make(Subject.STACK, alone(LstmKernels.scalar()));
        Digest other = new Digest("0".repeat(64), one.digest().forecasts(), one.digest().file());
        Observation different = new Observation(one.kernels(), one.avx(), one.maxVectorBytes(), one.fma(), one.code(),
                2, one.subject(), other);

        Verdict verdict = new Verdict(List.of(one, different));

        assertThat(verdict.isSame()).isFalse();
        assertThat(verdict.isAsRecorded()).isFalse();
        assertThat(verdict.text()).contains("2 distinct configurations", "2 sha256", "DIFFER");
    }

    @Test
    void aFlagThatWasClippedIsNoConfigurationOfItsOwn() {
        Observation one = Observation.make(Subject.STACK, alone(LstmKernels.scalar()));

        assertThat(new Verdict(List.of(one, one)).configurations()).isEqualTo(1);
    }

    @Test
    void fullRunGoesThroughEveryCombination() {
        int instructionSets = JvmFlags.have("UseAVX") ? 4 : 1;

        assertThat(Configuration.all()).doesNotHaveDuplicates().hasSize(2 * instructionSets * 3 * 5 + 2);
    }

    @Test
    void observationsSurviveTheWayThroughALine() {
        Observation observation = Observation.make(Subject.STACK, alone(LstmKernels.scalar()));

        assertThat(Observation.parse(observation.line())).contains(observation);
        assertThat(Observation.parse("WARNING: Using incubator modules: jdk.incubator.vector")).isEmpty();
    }

    @Test
    void refusesArgumentsItDoesNotKnow() {
        assertThat(Determinism.run(stream, stream, "--fast")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("expected --quick", "received --fast");
    }

    private static Compute alone(LstmKernels kernels) {
        return new Compute(kernels, new WorkerPool(1));
    }

    /// The same products, each a little slow, so that a second thread surely finds something left to do.
    private static LstmProducts watch(LstmProducts products, Set<Thread> threads) {
        return (LstmProducts) Proxy.newProxyInstance(
                LstmProducts.class.getClassLoader(), new Class<?>[]{LstmProducts.class}, (_, method, arguments) -> {
                    threads.add(Thread.currentThread());
                    Thread.sleep(1);
                    try {
                        return method.invoke(products, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.nn.PassMode;
import org.lstm4j.tensor.Tensor;

/// Leg two: the shipped float32 layers, with scalar and with vector kernels, against the reference and against each other.
class ShippedLayersTest {

    /// Case n draws from this plus n, so that each can be had again by itself.
    private static final long SEED = 20_261_124;

    private static final int CASES = 1_000;
    private static final int CASES_FOR_FAULTS = 20;
    private static final double FAULT = 10 * RoundingBound.LAMBDA;
    private static final int CASES_FOR_BYTES = 200;

    @Test
    void float32DiffersFromTheReferenceByNoMoreThanRoundingExplains() {
        long start = System.nanoTime();
        Worst scalar = new Worst();
        Worst vector = new Worst();
        for (int number = 0; number < CASES; number++) {
            RandomCase example = example(number);
            RoundingBound bound = new RoundingBound(example);
            String name = "case " + number + " " + example;
            scalar.see(bound.deviation(run(example, bound.outputGradient(), ShippedKernels.SCALAR.compute())), name);
            vector.see(bound.deviation(run(example, bound.outputGradient(), ShippedKernels.VECTOR.compute())), name);
        }
        System.out.printf(
                "float32 against the reference: %d cases, seed %d, %d ms; worst in standard deviations%n",
                CASES,
                SEED,
                (System.nanoTime() - start) / 1_000_000);
        System.out.printf("  scalar, worst %s%n  vector, worst %s%n", scalar, vector);
        assertThat(scalar.error()).as("scalar: %s", scalar).isLessThanOrEqualTo(RoundingBound.LAMBDA);
        assertThat(vector.error()).as("vector: %s", vector).isLessThanOrEqualTo(RoundingBound.LAMBDA);
    }

    @ParameterizedTest
    @EnumSource
    void findsFaultPlantedInTheReference(PlantedFault fault) {
        Worst worst = search(layer -> new FaultyLstm(layer, fault), ShippedKernels.SCALAR.compute());
        assertThat(worst.error()).as("%s", worst).isGreaterThan(FAULT);
    }

    @ParameterizedTest
    @EnumSource
    void findsFaultPlantedInTheKernels(KernelFault fault) {
        Worst worst = search(UnaryOperator.identity(), new Compute(FaultyKernels.with(fault), new WorkerPool(1)));
        assertThat(worst.error()).as("%s", worst).isGreaterThan(FAULT);
    }

    @Test
    void scalarAndVectorKernelsGiveTheSameBytes() {
        for (int number = 0; number < CASES_FOR_BYTES; number++) {
            RandomCase example = example(number);
            double[][][] outputGradient = new CaseRun(example).floatOutputGradient();
            assertSameBytes(
                    run(example, outputGradient, ShippedKernels.VECTOR.compute()),
                    run(example, outputGradient, ShippedKernels.SCALAR.compute()),
                    "case " + number + " " + example);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBytes(ShippedKernels kernels) {
        // large enough to be shared among threads, with rows that do not come out even
        CaseSizes sizes = new CaseSizes(20, 13, 40, 65, 2, 1, true, true, true);
        RandomCase example = new RandomCase(sizes, new SplittableRandom(SEED));
        double[][][] outputGradient = new CaseRun(example).floatOutputGradient();
        Map<String, float[]> alone = run(example, outputGradient, kernels.compute());
        for (int threads = 2; threads <= 5; threads++) {
            try (Compute compute = kernels.compute(threads)) {
                assertSameBytes(run(example, outputGradient, compute), alone, threads + " threads");
            }
        }
    }

    @Test
    void aPassThatHasWorkedBeforeGivesTheSameBytes() {
        for (int number = 0; number < CASES_FOR_BYTES; number++) {
            RandomCase example = example(number);
            double[][][] outputGradient = new CaseRun(example).floatOutputGradient();
            ShippedModel model = new ShippedModel(example, ShippedKernels.VECTOR.compute());
            Map<String, float[]> first = model.run(outputGradient);
            assertSameBytes(model.run(outputGradient), first, "case " + number + " " + example);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inferenceGivesTheBytesOfTraining(ShippedKernels kernels) {
        for (int number = 0; number < CASES_FOR_BYTES; number++) {
            RandomCase example = example(number);
            Tensor input = Floats.sequences(example.input);
            List<Tensor> outputs = Stream.of(PassMode.TRAINING, PassMode.INFERENCE)
                    .map(
                            mode -> new ShippedStack(
                                    example.model.lstms(), true, input.shape(), mode, kernels.compute())
                                    .forward(input, example.initial))
                    .toList();
            assertThat(outputs.getLast().data()).as("case %d %s", number, example)
                    .isEqualTo(outputs.getFirst().data());
        }
    }

    @Test
    void casesHoldTheEdgesOfBlocksPanelsAndTiles() {
        List<CaseSizes> sizes = IntStream.range(0, CASES)
                .mapToObj(number -> CaseSizes.drawAwkward(new SplittableRandom(SEED + number)))
                .toList();
        assertThat(sizes).anyMatch(size -> size.steps() == 1 && size.batch() == 1 && size.units() == 1)
                .anyMatch(size -> size.units() == 15 && size.batch() == 3 && size.initialState())
                .anyMatch(size -> size.units() == 65 && size.features() == 65)
                .anyMatch(size -> size.units() == 64 && size.steps() == 20)
                .anyMatch(size -> size.units() == 17 && size.layers() == 2 && !size.everyStep());
    }

    /// The first deviation beyond ten times what is allowed, or the worst of all.
    private static Worst search(UnaryOperator<ReferenceLstm> layers, Compute compute) {
        Worst worst = new Worst();
        for (int number = 0; number < CASES_FOR_FAULTS && worst.error() <= FAULT; number++) {
            RandomCase example = example(number);
            RoundingBound bound = new RoundingBound(example, layers);
            Map<String, float[]> results = run(example, bound.outputGradient(), compute);
            worst.see(bound.deviation(results), "case " + number + " " + example);
        }
        return worst;
    }

    private static RandomCase example(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        return new RandomCase(CaseSizes.drawAwkward(random), random);
    }

    private static Map<String, float[]> run(RandomCase example, double[][][] outputGradient, Compute compute) {
        return new ShippedModel(example, compute).run(outputGradient);
    }

    private static void assertSameBytes(Map<String, float[]> actual, Map<String, float[]> expected, String name) {
        assertThat(actual.keySet()).as(name).isEqualTo(expected.keySet());
        expected.forEach((tensor, values) -> assertThat(actual.get(tensor)).as("%s %s", name, tensor)
                .isEqualTo(values));
    }
}

package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Leg one: the reference's hand-written gradients against central differences of its own loss.
class GradientCheckTest {

    /// Case n draws from this plus n, so that each can be had again by itself.
    private static final long SEED = 20_261_123;

    private static final int CASES = 1_000;
    private static final int ELEMENTS_A_CASE = 60;
    private static final double TOLERANCE = 1e-6;

    @Test
    void gradientsMeetCentralDifferences() {
        long start = System.nanoTime();
        Worst worst = check(CASES, UnaryOperator.identity());
        System.out.printf(
                "gradients against central differences: %d cases, seed %d, %d ms; worst relative error %s%n",
                CASES,
                SEED,
                (System.nanoTime() - start) / 1_000_000,
                worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void findsPlantedFault(PlantedFault fault) {
        Worst worst = check(20, layer -> new FaultyLstm(layer, fault));
        assertThat(worst.error()).as("%s", worst).isGreaterThan(1_000 * TOLERANCE);
    }

    @Test
    void casesHoldTheSmallestSizes() {
        List<CaseSizes> sizes = IntStream.range(0, CASES)
                .mapToObj(number -> CaseSizes.drawSmall(new SplittableRandom(SEED + number)))
                .toList();
        assertThat(sizes).anyMatch(size -> size.steps() == 1 && size.batch() == 1 && size.units() == 1)
                .anyMatch(size -> size.steps() == 1 && size.layers() == 2)
                .anyMatch(size -> size.batch() == 1 && size.everyStep() && size.initialState())
                .anyMatch(size -> size.units() == 1 && !size.everyStep() && !size.initialState());
    }

    private static Worst check(int cases, UnaryOperator<ReferenceLstm> layers) {
        Worst worst = new Worst();
        for (int number = 0; number < cases; number++) {
            SplittableRandom random = new SplittableRandom(SEED + number);
            RandomCase example = new RandomCase(CaseSizes.drawSmall(random), random);
            CentralDifferences differences = new CentralDifferences(() -> new CaseRun(example).loss(), random);
            worst.see(differences.check(new CaseRun(example, layers).gradients(), ELEMENTS_A_CASE),
                    "case " + number + " " + example);
        }
        return worst;
    }
}

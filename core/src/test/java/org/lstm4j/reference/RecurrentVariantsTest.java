package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;

/// The shipped recurrent layers with all their options, in random combinations, against a textbook that differentiates itself.
class RecurrentVariantsTest {

    private static final long SEED = 20_261_127;
    private static final int CASES = 400;
    /// Of float32, over sums of some hundred terms.
    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @EnumSource
    void agreesWithTheTextbook(ShippedKernels kernels) {
        Worst worst = check(CASES, kernels.compute(), TextbookFault.NONE);
        System.out.printf("options of recurrent layers, %s kernels, %d cases, seed %d: worst relative error %s%n",
                kernels, CASES,
                SEED, worst);
        assertThat(worst.error()).as("%s", worst).isLessThan(TOLERANCE);
    }

    @Test
    void agreesOnSeveralThreads() {
        Worst worst = check(40, ShippedKernels.VECTOR.compute(3), TextbookFault.NONE);
        assertThat(worst.error()).as("%s", worst).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE"})
    void findsAPlantedFault(TextbookFault fault) {
        Worst worst = check(60, ShippedKernels.SCALAR.compute(), fault);
        assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * TOLERANCE);
    }

    private static Worst check(int cases, Compute compute, TextbookFault fault) {
        Worst worst = new Worst();
        for (int number = 0; number < cases; number++) {
            SplittableRandom random = new SplittableRandom(SEED + number);
            VariantCase variant = new VariantCase(Variant.draw(random), random);
            worst.see(variant.compare(compute, fault), "case " + number + " " + variant);
        }
        return worst;
    }
}

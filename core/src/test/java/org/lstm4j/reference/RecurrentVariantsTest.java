package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.recurrent.LstmCell;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.reference.VariantCase.Comparison;

/// The shipped recurrent layers with all their options, in random combinations, against a textbook that differentiates itself, and
/// that textbook against central differences of its own loss.
class RecurrentVariantsTest {

    private static final long SEED = 20_261_127;
    private static final int CASES = 400;
    private static final int SMOOTH_CASES = 100;
    private static final int ELEMENTS_A_CASE = 16;
    /// Of float32, over sums of some hundred terms.
    private static final double TOLERANCE = 1e-4;
    /// Of differences in double; a normalisation of two numbers leaves little of a gradient but its rounding.
    private static final double DIFFERENCE_TOLERANCE = 1e-6;

    @ParameterizedTest
    @EnumSource
    void agreesWithTheTextbook(ShippedKernels kernels) {
        Worst worst = compare(CASES, kernels.compute());
        System.out.printf("options of recurrent layers, %s kernels, %d cases, seed %d: worst relative error %s%n",
                kernels, CASES, SEED, worst);
        assertThat(worst.error()).as("%s", worst).isLessThan(TOLERANCE);
    }

    @Test
    void agreesOnSeveralThreads() {
        Worst worst = compare(40, ShippedKernels.VECTOR.compute(3));
        assertThat(worst.error()).as("%s", worst).isLessThan(TOLERANCE);
    }

    @Test
    void theTextbookMeetsCentralDifferences() {
        Worst worst = new Worst();
        for (int number = 0; number < SMOOTH_CASES; number++) {
            worst.see(differences(number, TextbookFault.NONE), "case " + number);
        }
        System.out.printf("options of recurrent layers in the textbook, %d cases, seed %d: worst relative error %s%n",
                SMOOTH_CASES, SEED, worst);
        assertThat(worst.error()).as("%s", worst).isLessThan(DIFFERENCE_TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE"})
    void findsAPlantedFault(TextbookFault fault) {
        Worst values = new Worst();
        Worst gradients = new Worst();
        for (int number = 0; number < 80 && gradients.error() <= 100 * TOLERANCE; number++) {
            Comparison comparison = draw(number).compare(ShippedKernels.SCALAR.compute(), fault);
            values.see(comparison.values(), "case " + number);
            gradients.see(comparison.gradients(), "case " + number);
        }
        assertThat(gradients.error()).as("%s", gradients).isGreaterThan(100 * TOLERANCE);
        if (fault.isOfBackward()) {
            assertThat(values.error()).as("%s", values).isLessThan(TOLERANCE);
        } else {
            assertThat(values.error()).as("%s", values).isGreaterThan(100 * TOLERANCE);
        }
    }

    static Stream<TextbookFault> faultsOfBackward() {
        return Arrays.stream(TextbookFault.values()).filter(TextbookFault::isOfBackward);
    }

    @ParameterizedTest
    @MethodSource("faultsOfBackward")
    void centralDifferencesFindAPlantedFault(TextbookFault fault) {
        Worst worst = new Worst();
        for (int number = 0; number < SMOOTH_CASES && worst.error() <= 1000 * DIFFERENCE_TOLERANCE; number++) {
            worst.see(differences(number, fault), "case " + number);
        }
        assertThat(worst.error()).as("%s", worst).isGreaterThan(1000 * DIFFERENCE_TOLERANCE);
    }

    /// A new option needs a mistake with it: one with its gradient, so that both legs are known to look at it.
    @ParameterizedTest
    @EnumSource
    void everyOptionHasAFaultOfBackward(RecurrentOption option) {
        assertThat(faultsOfBackward()).extracting(TextbookFault::option).contains(option);
    }

    /// No gradient goes from batch to batch, so a stateful layer begins as one with a given state does.
    @Test
    void everySettingIsAnOption() {
        List<String> settings = Stream.of(LstmCell.class, SequenceOptions.class, RecurrentNoise.class)
                .flatMap(settingsOf -> Arrays.stream(settingsOf.getRecordComponents())).map(RecordComponent::getName)
                .filter(name -> !name.equals("stateful"))
                .map(name -> name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)).toList();
        assertThat(settings).hasSizeGreaterThan(8);
        assertThat(RecurrentOption.values()).extracting(Enum::name).containsAll(settings);
    }

    private static Worst compare(int cases, Compute compute) {
        Worst worst = new Worst();
        for (int number = 0; number < cases; number++) {
            VariantCase variant = draw(number);
            worst.see(variant.compare(compute, TextbookFault.NONE).all(), "case " + number + " " + variant);
        }
        return worst;
    }

    private static VariantCase draw(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        return new VariantCase(Variant.draw(random), random);
    }

    private static Worst differences(int number, TextbookFault fault) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        VariantCase variant = new VariantCase(Variant.drawSmooth(random), random);
        return variant.differences(fault, ELEMENTS_A_CASE, random);
    }
}

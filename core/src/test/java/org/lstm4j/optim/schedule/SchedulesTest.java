package org.lstm4j.optim.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.optim.LearningRateSchedule;

/// Rates that can be reckoned by hand; those of PyTorch's documentation where it has some.
class SchedulesTest {

    static Stream<LearningRateSchedule> schedules() {
        return Stream.of(
                new ConstantRate(),
                new StepDecay(30, 0.1),
                new MultiStepDecay(0.1, 30, 80),
                new ExponentialDecay(0.99),
                new CosineDecay(50, 0.01),
                new CosineRestarts(10, 2, 0.01),
                new CosineRestarts(10, 1, 0.01),
                new PolynomialDecay(50, 0.01, 2),
                new WarmUp(5, new CosineDecay(50, 0.01)),
                new OneCycle(60),
                new InverseSquareRoot(10));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyRateIsOneAnOptimizerTakes(LearningRateSchedule schedule) {
        for (long step = 0; step < 200; step++) {
            assertThat(schedule.learningRate(step, 0.5)).as("step %d", step).isPositive().isLessThanOrEqualTo(0.5);
            assertThat(schedule.learningRate(step, 5)).isCloseTo(10 * schedule.learningRate(step, 0.5), within(1e-12));
        }
    }

    @Test
    void constantRateStays() {
        rates(new ConstantRate(), 0.05, 0.05, 0.05, 0.05);
    }

    /// The example of PyTorch's StepLR: 0.05, from 30 on 0.005, from 60 on 0.0005.
    @Test
    void stepDecayDropsAtEvenDistances() {
        StepDecay schedule = new StepDecay(30, 0.1);
        at(schedule, 0.05, 0, 0.05);
        at(schedule, 0.05, 29, 0.05);
        at(schedule, 0.05, 30, 0.005);
        at(schedule, 0.05, 59, 0.005);
        at(schedule, 0.05, 60, 0.0005);
    }

    /// The example of PyTorch's MultiStepLR: 0.05, from 30 on 0.005, from 80 on 0.0005.
    @Test
    void multiStepDecayDropsAtItsMilestones() {
        MultiStepDecay schedule = new MultiStepDecay(0.1, 30, 80);
        at(schedule, 0.05, 29, 0.05);
        at(schedule, 0.05, 30, 0.005);
        at(schedule, 0.05, 79, 0.005);
        at(schedule, 0.05, 80, 0.0005);
        at(schedule, 0.05, 1000, 0.0005);
    }

    @Test
    void exponentialDecayShrinksByTheSameShare() {
        rates(new ExponentialDecay(0.5), 8, 8, 4, 2, 1, 0.5);
        rates(new ExponentialDecay(0.25, 2), 8, 8, 4, 2, 1, 0.5);
    }

    /// cos of 0, 60, 90, 120 and 180 degrees.
    @Test
    void cosineDecayFallsAlongHalfACosineAndStays() {
        CosineDecay schedule = new CosineDecay(6, 0.2);
        at(schedule, 10, 0, 10);
        at(schedule, 10, 2, 2 + 8 * 0.75);
        at(schedule, 10, 3, 6);
        at(schedule, 10, 4, 2 + 8 * 0.25);
        at(schedule, 10, 6, 2);
        at(schedule, 10, 100, 2);
    }

    /// PyTorch reckons each rate of CosineAnnealingLR from the one before.
    @Test
    void cosineDecayFollowsPyTorchsRecursion() {
        CosineDecay schedule = new CosineDecay(25, 0.1);
        double rate = 0.3;
        for (int step = 1; step < 25; step++) {
            rate = (1 + StrictMath.cos(Math.PI * step / 25)) / (1 + StrictMath.cos(Math.PI * (step - 1) / 25))
                    * (rate - 0.03) + 0.03;
            at(schedule, 0.3, step, rate);
        }
    }

    @Test
    void cosineRestartsBeginAnew() {
        rates(new CosineRestarts(2, 1, 0.2), 10, 10, 6, 10, 6, 10, 6);
        rates(new CosineRestarts(1, 2, 0.2), 10, 10, 10, 6, 10, 2 + 4 * (1 + Math.sqrt(0.5)), 6,
                2 + 4 * (1 - Math.sqrt(0.5)), 10);
    }

    /// PyTorch finds the fall by a logarithm: n = ⌊log(step / T₀·(g − 1) + 1) / log g⌋, which began at T₀·(gⁿ − 1) / (g − 1).
    @Test
    void cosineRestartsFollowPyTorchsFormula() {
        CosineRestarts schedule = new CosineRestarts(10, 3, 0.1);
        for (long step = 0; step < 500; step++) {
            int fall = (int) Math.floor(StrictMath.log(step / 10.0 * 2 + 1) / StrictMath.log(3) + 1e-12);
            double length = 10 * StrictMath.pow(3, fall);
            double into = step - 10 * (StrictMath.pow(3, fall) - 1) / 2;
            at(schedule, 1, step, 0.1 + 0.9 * (1 + StrictMath.cos(Math.PI * into / length)) / 2);
        }
    }

    /// A step far beyond is found as quickly as the first.
    @Test
    void cosineRestartsOfOneLengthNeedNoCounting() {
        at(new CosineRestarts(2, 1, 0.2), 10, 4_000_000_000_000_000_001L, 6);
    }

    /// The straight line is PyTorch's LinearLR from 1 to the end factor.
    @Test
    void polynomialDecayFallsAlongAPower() {
        rates(PolynomialDecay.linear(4, 0.2), 10, 10, 8, 6, 4, 2, 2, 2);
        rates(new PolynomialDecay(4, 0.2, 2), 10, 10, 2 + 8 * 0.5625, 4, 2.5, 2, 2);
    }

    /// The example of PyTorch's LinearLR, with factor 0.5 over 4 steps.
    @Test
    void warmUpClimbsAndThenFollowsAnother() {
        rates(new WarmUp(4, 0.5, new ConstantRate()), 0.05, 0.025, 0.03125, 0.0375, 0.04375, 0.05, 0.05);
        rates(new WarmUp(4, 0.5, new ExponentialDecay(0.5)), 8, 4, 5, 6, 7, 8, 4, 2);
    }

    @Test
    void warmUpBeginsWithTheFirstOfEvenStairs() {
        rates(new WarmUp(1, new ConstantRate()), 8, 8, 8);
        rates(new WarmUp(2, new ConstantRate()), 8, 4, 6, 8);
    }

    /// Twenty steps, three tenths of them uphill: the peak is at step 5, the end at step 19.
    @Test
    void oneCycleClimbsAndFalls() {
        OneCycle schedule = new OneCycle(20, 0.3, 25, 100);
        at(schedule, 1, 0, 0.04);
        at(schedule, 1, 5, 1);
        at(schedule, 1, 12, (1 + 0.0004) / 2);
        at(schedule, 1, 19, 0.0004);
        at(schedule, 1, 50, 0.0004);
    }

    /// PyTorch's formula, a + (b − a)·(1 − cos πp) / 2 on each side.
    @Test
    void oneCycleFollowsPyTorchsFormula() {
        OneCycle schedule = new OneCycle(37);
        double peakAt = 0.3 * 37 - 1;
        for (int step = 0; step < 37; step++) {
            boolean climbs = step <= peakAt;
            double from = climbs ? 0.8 / 25 : 0.8;
            double to = climbs ? 0.8 : 0.8 / 25 / 1e4;
            double progress = climbs ? step / peakAt : (step - peakAt) / (36 - peakAt);
            at(schedule, 0.8, step, from + (to - from) * (1 - StrictMath.cos(Math.PI * progress)) / 2);
        }
    }

    @Test
    void oneCycleMayBeOneSided() {
        rates(new OneCycle(3, 1, 4, 10), 8, 2, 5, 8, 8);
        at(new OneCycle(2, 0.5, 4, 10), 8, 0, 8);
        at(new OneCycle(3, 0, 4, 10), 8, 2, 0.2);
    }

    @Test
    void inverseSquareRootClimbsAndFades() {
        InverseSquareRoot schedule = new InverseSquareRoot(4);
        rates(schedule, 8, 2, 4, 6, 8);
        at(schedule, 8, 15, 4);
        at(schedule, 8, 63, 2);
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        refuses(() -> new StepDecay(0, 0.5), "every", "0");
        refuses(() -> new StepDecay(1, 0), "factor", "0.0");
        refuses(() -> new MultiStepDecay(0.5, 5, 5), "milestones", "[5, 5]");
        refuses(() -> new MultiStepDecay(0.5, List.of(0L)), "milestones", "[0]");
        refuses(() -> new ExponentialDecay(1.1), "factor", "1.1");
        refuses(() -> new CosineDecay(10, 0), "end factor", "0.0");
        refuses(() -> new CosineRestarts(10, 0, 0.1), "growth", "0");
        refuses(() -> new PolynomialDecay(10, 0.1, -1), "power", "-1.0");
        refuses(() -> new WarmUp(0, new ConstantRate()), "steps", "0");
        refuses(() -> new WarmUp(5, 0, new ConstantRate()), "start factor", "0.0");
        refuses(() -> new OneCycle(1), "steps", "1");
        refuses(() -> new OneCycle(10, 1.5, 25, 1e4), "climb share", "1.5");
        refuses(() -> new OneCycle(10, 0.3, 0.5, 1e4), "start divisor", "0.5");
        refuses(() -> new InverseSquareRoot(-1), "warm-up steps", "-1");
    }

    private static void rates(LearningRateSchedule schedule, double initial, double... expected) {
        for (int step = 0; step < expected.length; step++) {
            at(schedule, initial, step, expected[step]);
        }
    }

    private static void at(LearningRateSchedule schedule, double initial, long step, double expected) {
        assertThat(schedule.learningRate(step, initial)).as("step %d", step).isCloseTo(expected, within(1e-12));
    }

    private static void refuses(ThrowingCallable call, String setting, String value) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(setting)
                .withMessageContaining(value);
    }
}

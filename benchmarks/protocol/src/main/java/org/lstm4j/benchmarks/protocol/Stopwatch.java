package org.lstm4j.benchmarks.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Times several implementations of the same work so that a disturbance of the machine meets them all: each is warmed up, then
/// they take turns, a sample each, round after round.
public final class Stopwatch {

    /// How many times the warm-up may take until the work has settled.
    private static final int MOST_WARM_UP = 20;

    private final SamplePace pace;
    private final Predicate<Measured> settled;

    /// @param settled whether a call runs as it will run from now on: while it does not, the warm-up is made longer
    public Stopwatch(SamplePace pace, Predicate<Measured> settled) {
        this.pace = pace;
        this.settled = settled;
    }

    /// Seconds of one call of each, in the order given.
    public List<Spread> time(List<Measured> implementations) {
        int[] repeats = new int[implementations.size()];
        double[][] seconds = new double[implementations.size()][pace.samples()];
        for (int index = 0; index < repeats.length; index++) {
            double single = warmUp(implementations.get(index));
            repeats[index] = (int) Math.clamp(Math.ceil(pace.sampleSeconds() / single), 1, 1_000_000);
        }
        for (int round = 0; round < pace.samples(); round++) {
            for (int index = 0; index < repeats.length; index++) {
                seconds[index][round] = sample(implementations.get(index), repeats[index]);
            }
        }
        List<Spread> spreads = new ArrayList<>();
        for (double[] samples : seconds) {
            spreads.add(Spread.of(samples));
        }
        return spreads;
    }

    /// Runs until time and steps of the warm-up are over and the work has settled.
    ///
    /// @return seconds of one call, from the end of the warm-up
    private double warmUp(Measured measured) {
        long start = System.nanoTime();
        double last = 0;
        int burst = 1;
        int steps = 0;
        while (steps < pace.warmUpSteps()
                || secondsSince(start) < pace.warmUpSeconds()
                || (secondsSince(start) < MOST_WARM_UP * pace.warmUpSeconds() && !settled.test(measured))) {
            last = sample(measured, burst);
            steps += burst;
            // bursts of a tenth of the warm-up, so that reading the clock does not count
            burst = (int) Math.clamp(pace.warmUpSeconds() / 10 / last, 1, 1_000_000);
        }
        return last;
    }

    private static double sample(Measured measured, int repeats) {
        long start = System.nanoTime();
        double sum = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            sum += measured.run();
        }
        double seconds = secondsSince(start) / repeats;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("the measured work gave NaN: its time means nothing");
        }
        return seconds;
    }

    private static double secondsSince(long start) {
        return Math.max(1, System.nanoTime() - start) / 1e9;
    }
}

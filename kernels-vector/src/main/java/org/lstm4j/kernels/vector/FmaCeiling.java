package org.lstm4j.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What one core can do at most: fused multiply-adds on registers, with no memory in the way.
///
/// Benchmarks divide by it, so that figures from machines of different speed can be compared. Twelve independent sums keep
/// two multiply-add units of four cycles' latency busy (eight would do) and still fit the 16 registers of AVX2.
///
/// Needs the module `jdk.incubator.vector`: ask [VectorKernelProvider#missing] first.
public final class FmaCeiling {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int SUMS = 12;
    private static final int ITERATIONS = 1_000_000;
    private static final int WARM_UP = 20;
    private static final int RUNS = 15;
    /// Sums tend to addend / (1 − factor) = 1: never infinite, never denormal.
    private static final float FACTOR = 0.9f;
    private static final float ADDEND = 0.1f;

    private FmaCeiling() {}

    /// Billions of float32 operations a second on the calling thread, a multiply-add being two; the median of several runs.
    /// Takes about a tenth of a second.
    ///
    /// @throws IllegalStateException when a run gave a wrong sum, so that its time means nothing
    public static double gigaflops() {
        double[] measured = new double[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            float sum = multiplyAdd(ITERATIONS, FACTOR, ADDEND);
            long nanoseconds = System.nanoTime() - start;
            if (Math.abs(sum / (SUMS * SPECIES.length()) - 1) > 1e-3f) {
                throw new IllegalStateException("the sums should tend to 1 each, but their total is " + sum);
            }
            if (run >= 0) {
                measured[run] = 2.0 * SUMS * SPECIES.length() * ITERATIONS / nanoseconds;
            }
        }
        Arrays.sort(measured);
        return measured[RUNS / 2];
    }

    private static float multiplyAdd(int iterations, float factor, float addend) {
        FloatVector a = FloatVector.broadcast(SPECIES, factor);
        FloatVector b = FloatVector.broadcast(SPECIES, addend);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0.add(1f / SUMS);
        FloatVector s2 = s1.add(1f / SUMS);
        FloatVector s3 = s2.add(1f / SUMS);
        FloatVector s4 = s3.add(1f / SUMS);
        FloatVector s5 = s4.add(1f / SUMS);
        FloatVector s6 = s5.add(1f / SUMS);
        FloatVector s7 = s6.add(1f / SUMS);
        FloatVector s8 = s7.add(1f / SUMS);
        FloatVector s9 = s8.add(1f / SUMS);
        FloatVector s10 = s9.add(1f / SUMS);
        FloatVector s11 = s10.add(1f / SUMS);
        for (int iteration = 0; iteration < iterations; iteration++) {
            s0 = s0.fma(a, b);
            s1 = s1.fma(a, b);
            s2 = s2.fma(a, b);
            s3 = s3.fma(a, b);
            s4 = s4.fma(a, b);
            s5 = s5.fma(a, b);
            s6 = s6.fma(a, b);
            s7 = s7.fma(a, b);
            s8 = s8.fma(a, b);
            s9 = s9.fma(a, b);
            s10 = s10.fma(a, b);
            s11 = s11.fma(a, b);
        }
        FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
        FloatVector high = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
        float[] lanes = new float[SPECIES.length()];
        low.add(high).intoArray(lanes, 0);
        float sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        return sum;
    }
}

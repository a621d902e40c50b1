package org.lstm4j.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What one core can do at most: fused multiply-adds on registers, with no memory in the way.
///
/// Benchmarks divide by it, so that figures from machines of different speed can be compared. Twelve independent sums keep
/// two multiply-add units of four cycles' latency busy (eight would do) and still fit the 16 registers of AVX2. The sum is the
/// addend, as in a product of matrices: with the sum as a factor every instruction needs a copy of its addend first, and
/// a core that is shared with another thread came to 57 instead of 90 GFLOP/s.
///
/// Needs the module `jdk.incubator.vector`: ask [VectorKernelProvider#missing] first.
public final class FmaCeiling {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int SUMS = 12;
    private static final int ITERATIONS = 1 << 20;
    private static final int WARM_UP = 20;
    private static final int RUNS = 15;
    /// Its square times the iterations is 1, and every sum on the way is exact. Sums begin at 0, 1, 2, … so that no compiler can
    /// take them for one.
    private static final float FACTOR = 1f / (1 << 10);

    private FmaCeiling() {}

    /// Billions of float32 operations a second on the calling thread, a multiply-add being two; the median of several runs.
    /// Takes about a tenth of a second.
    ///
    /// @throws IllegalStateException when a run gave a wrong sum, so that its time means nothing
    public static double gigaflops() {
        double[] measured = new double[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            float sum = multiplyAdd(ITERATIONS, FACTOR, FACTOR);
            long nanoseconds = System.nanoTime() - start;
            int expected = SUMS * (SUMS + 1) / 2 * SPECIES.length();
            if (sum != expected) {
                throw new IllegalStateException("the sums should come to " + expected + ", but came to " + sum);
            }
            if (run >= 0) {
                measured[run] = 2.0 * SUMS * SPECIES.length() * ITERATIONS / nanoseconds;
            }
        }
        Arrays.sort(measured);
        return measured[RUNS / 2];
    }

    private static float multiplyAdd(int iterations, float left, float right) {
        FloatVector a = FloatVector.broadcast(SPECIES, left);
        FloatVector b = FloatVector.broadcast(SPECIES, right);
        FloatVector s0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector s1 = FloatVector.broadcast(SPECIES, 1f);
        FloatVector s2 = FloatVector.broadcast(SPECIES, 2f);
        FloatVector s3 = FloatVector.broadcast(SPECIES, 3f);
        FloatVector s4 = FloatVector.broadcast(SPECIES, 4f);
        FloatVector s5 = FloatVector.broadcast(SPECIES, 5f);
        FloatVector s6 = FloatVector.broadcast(SPECIES, 6f);
        FloatVector s7 = FloatVector.broadcast(SPECIES, 7f);
        FloatVector s8 = FloatVector.broadcast(SPECIES, 8f);
        FloatVector s9 = FloatVector.broadcast(SPECIES, 9f);
        FloatVector s10 = FloatVector.broadcast(SPECIES, 10f);
        FloatVector s11 = FloatVector.broadcast(SPECIES, 11f);
        for (int iteration = 0; iteration < iterations; iteration++) {
            s0 = a.fma(b, s0);
            s1 = a.fma(b, s1);
            s2 = a.fma(b, s2);
            s3 = a.fma(b, s3);
            s4 = a.fma(b, s4);
            s5 = a.fma(b, s5);
            s6 = a.fma(b, s6);
            s7 = a.fma(b, s7);
            s8 = a.fma(b, s8);
            s9 = a.fma(b, s9);
            s10 = a.fma(b, s10);
            s11 = a.fma(b, s11);
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

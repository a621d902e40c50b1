package org.lstm4j.compute;

/// Whether the processor multiplies and adds in one rounding, which every kernel rests on.
///
/// Where it does not, Java does it exactly with `BigDecimal`: the same bytes, thousands of times slower.
final class FusedMultiplyAdd {

    private static final int ROUNDS = 4;
    private static final int CALLS = 4;
    /// Hardware takes some 100 ns a call before the just-in-time compiler has seen it, software 20 000 ns and more.
    private static final long SLOW_NANOSECONDS = 5_000;

    private FusedMultiplyAdd() {}

    /// Times a few calls. The quickest round counts, so that a busy machine is not taken for a slow one.
    static boolean isInSoftware() {
        float value = 1.1f;
        long quickest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                value = Math.fma(value, 0.9f, 0.3f);
            }
            quickest = Math.min(quickest, System.nanoTime() - start);
        }
        return value > 0 && quickest > CALLS * SLOW_NANOSECONDS;
    }
}

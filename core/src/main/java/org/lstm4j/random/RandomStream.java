package org.lstm4j.random;

/// A stream of random numbers that can say where it is and be continued there.
///
/// Number n is a hash of key + n·φ (SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014,
/// with Stafford's variant 13 of the mixing function). It is written out here because the bytes of a trained model rest on
/// it, and a JDK may change its own generators. Not thread-safe.
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double DOUBLE_UNIT = 0x1p-53;
    private static final float FLOAT_UNIT = 0x1p-24f;

    private long key;
    private long position;

    private RandomStream(long key, long position) {
        this.key = key;
        this.position = position;
    }

    /// The stream of that key, continued after its first `position` numbers.
    public static RandomStream at(long key, long position) {
        return new RandomStream(key, position);
    }

    /// What tells this stream from others.
    public long key() {
        return key;
    }

    /// How many 64-bit numbers were drawn.
    public long position() {
        return position;
    }

    /// Goes on as the stream of that key after its first `other` numbers: with [#key] and [#position] of another stream, as that one
    /// would have.
    public void continueAt(long otherKey, long otherPosition) {
        key = otherKey;
        position = otherPosition;
    }

    public long nextLong() {
        position++;
        return mix(key + position * GOLDEN_GAMMA);
    }

    /// Uniform in [0, 1), 53 bits.
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /// Uniform in [0, 1), 24 bits.
    public float nextFloat() {
        return (nextLong() >>> 40) * FLOAT_UNIT;
    }

    /// Uniform in [0, bound), without bias.
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, but was " + bound);
        }
        long limit = (1L << 31) / bound * bound;
        long bits = nextLong() >>> 33;
        while (bits >= limit) {
            bits = nextLong() >>> 33;
        }
        return (int) (bits % bound);
    }

    /// Standard normal (Box and Muller 1958); draws two numbers.
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /// Puts the first `count` entries into random order (Fisher and Yates, in Durstenfeld's form).
    public void shuffle(int[] values, int count) {
        for (int last = count - 1; last > 0; last--) {
            int other = nextInt(last + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }

    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

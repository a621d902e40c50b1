package org.lstm4j.random;

/// One seed, and from it a stream of random numbers for every named purpose.
///
/// A stream's numbers depend on the seed and its name alone, so a new consumer of randomness does not shift the others.
///
/// @param seed any number
public record RandomStreams(long seed) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// The stream for a purpose: `initialisation of 0.weight_ih_l0`, `shuffle`.
    public RandomStream stream(String purpose) {
        long hash = FNV_OFFSET;
        for (int index = 0; index < purpose.length(); index++) {
            hash = (hash ^ purpose.charAt(index)) * FNV_PRIME;
        }
        return RandomStream.at(RandomStream.mix(seed) ^ RandomStream.mix(hash), 0);
    }
}

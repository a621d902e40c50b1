package org.lstm4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    /// Trained models rest on these numbers: they must never change.
    @Test
    void givesTheNumbersItAlwaysGave() {
        RandomStream stream = RandomStream.at(0, 0);
        // the first outputs of SplitMix64 with seed 0
        assertThat(stream.nextLong()).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(stream.nextLong()).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(stream.nextLong()).isEqualTo(0x06c45d188009454fL);
    }

    @Test
    void goesOnWhereItWas() {
        RandomStream stream = new RandomStreams(42).stream("shuffle");
        for (int draw = 0; draw < 10; draw++) {
            stream.nextLong();
        }
        RandomStream again = RandomStream.at(stream.key(), stream.position());
        assertThat(again.nextLong()).isEqualTo(stream.nextLong());
    }

    @Test
    void streamsOfDifferentNamesAndSeedsDiffer() {
        assertThat(new RandomStreams(1).stream("a").nextLong())
                .isNotEqualTo(new RandomStreams(1).stream("b").nextLong());
        assertThat(new RandomStreams(1).stream("a").nextLong())
                .isNotEqualTo(new RandomStreams(2).stream("a").nextLong());
    }

    @Test
    void drawsEveryNumberBelowABoundEquallyOften() {
        RandomStream stream = new RandomStreams(7).stream("dice");
        int[] counts = new int[6];
        for (int draw = 0; draw < 60_000; draw++) {
            counts[stream.nextInt(6)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        RandomStream stream = new RandomStreams(7).stream("normal");
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < 100_000; draw++) {
            double value = stream.nextGaussian();
            sum += value;
            squares += value * value;
        }
        assertThat(sum / 100_000).isCloseTo(0, within(0.015));
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }

    @Test
    void shufflesWithoutLosingAny() {
        int[] values = IntStream.range(0, 100).toArray();
        new RandomStreams(7).stream("shuffle").shuffle(values, 100);
        assertThat(values).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
        assertThat(values).isNotEqualTo(IntStream.range(0, 100).toArray());
    }

    @Test
    void everyOrderComesEquallyOften() {
        RandomStream random = new RandomStreams(1).stream("orders");
        Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
        for (int round = 0; round < 6_000; round++) {
            int[] values = {0, 1, 2, 7};
            random.shuffle(values, 3);
            counts.merge(Arrays.stream(values).boxed().toList(), 1, Integer::sum);
        }
        assertThat(counts).hasSize(6); // the fourth stays
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    }
}

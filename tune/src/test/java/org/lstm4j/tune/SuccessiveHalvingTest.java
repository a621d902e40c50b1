package org.lstm4j.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;

class SuccessiveHalvingTest {

    private static final double FAILED = Double.POSITIVE_INFINITY;

    @Test
    void bestThirdUpToEachTrialClimbs() {
        // Best of 1, 2, 3; among the best 2 of 4, 5, 6; among the best 3 of 7. Trial 1 climbs in any case.
        assertThat(climbers(0.5, 0.6, 0.4, 0.45, 0.7, 0.41, 0.44)).containsExactly(1, 3, 4, 6, 7);
    }

    @Test
    void defaultsClimbEvenIfWorst() {
        NavigableMap<Integer, Double> errors = errors(0.9, 0.1, 0.2);
        assertThat(new SuccessiveHalving(3).climbs(1, errors)).isTrue();
    }

    @Test
    void earlierOfEqualErrorsIsBetter() {
        assertThat(climbers(0.5, 0.5, 0.5, 0.5, 0.5)).containsExactly(1);
        assertThat(climbers(0.5, 0.4, 0.4, 0.4)).containsExactly(1, 2);
    }

    @Test
    void failedTrialsNeverClimb() {
        assertThat(climbers(FAILED, FAILED, 0.5, FAILED)).containsExactly(3);
    }

    @Test
    void laterTrialsChangeNothing() {
        NavigableMap<Integer, Double> errors = errors(0.5, 0.4, 0.3, 0.2, 0.1);
        assertThat(new SuccessiveHalving(3).climbs(2, errors)).isTrue();
    }

    @Test
    void trialsThatWereNotOnTheRungDoNotCount() {
        NavigableMap<Integer, Double> errors = errors(0.5, 0.1, 0.2, 0.3);
        errors.remove(2);
        errors.remove(3);
        assertThat(new SuccessiveHalving(3).climbs(4, errors)).isTrue();
    }

    @Test
    void refusesTrialsThatWereNotThere() {
        assertThatThrownBy(() -> new SuccessiveHalving(3).climbs(3, errors(0.5, 0.4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trial 3 has not been on the rung, only [1, 2] have");
        assertThatThrownBy(() -> new SuccessiveHalving(1)).isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "successive halving cannot go on with one of so few trials; expected eta of 2 or more; received 1; choose 3, "
                                + "the default");
    }

    private static List<Integer> climbers(double... errors) {
        NavigableMap<Integer, Double> byTrial = errors(errors);
        return byTrial.keySet().stream().filter(trial -> new SuccessiveHalving(3).climbs(trial, byTrial)).toList();
    }

    private static NavigableMap<Integer, Double> errors(double... errors) {
        NavigableMap<Integer, Double> byTrial = new TreeMap<>();
        IntStream.range(0, errors.length).forEach(index -> byTrial.put(index + 1, errors[index]));
        return byTrial;
    }
}

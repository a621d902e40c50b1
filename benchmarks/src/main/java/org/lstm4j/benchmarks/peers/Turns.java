package org.lstm4j.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/// The order in which contestants are measured: A B C, A B C, …, so that a machine that changes its pace changes it for all.
final class Turns {

    private Turns() {}

    /// @param round from 0
    /// @param contestant whose turn it is
    record Turn<T>(int round, T contestant) {}

    static <T> List<Turn<T>> of(List<T> contestants, int rounds) {
        List<Turn<T>> turns = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (T contestant : contestants) {
                turns.add(new Turn<>(round, contestant));
            }
        }
        return turns;
    }
}

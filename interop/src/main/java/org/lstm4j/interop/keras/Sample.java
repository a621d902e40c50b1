package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.List;

/// One sample between two layers.
///
/// @param sizes outermost first
/// @param masked whether some of its steps may not count
record Sample(List<Integer> sizes, boolean masked) {

    Sample {
        sizes = List.copyOf(sizes);
    }

    int rank() {
        return sizes.size();
    }

    int last() {
        return sizes.getLast();
    }

    long elements() {
        long elements = 1;
        for (int size : sizes) {
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }

    /// With another innermost size.
    Sample withLast(int size) {
        List<Integer> others = new ArrayList<>(sizes);
        others.set(others.size() - 1, size);
        return new Sample(others, masked);
    }

    /// Of other axes, of which all count.
    static Sample of(Integer... sizes) {
        return new Sample(List.of(sizes), false);
    }

    Sample withMasked(boolean some) {
        return new Sample(sizes, some);
    }

    /// Its first step.
    Sample step() {
        return new Sample(sizes.subList(1, sizes.size()), false);
    }

    /// As many steps as this, each of that sample.
    Sample withSteps(Sample step) {
        List<Integer> all = new ArrayList<>(List.of(sizes.getFirst()));
        all.addAll(step.sizes());
        return new Sample(all, masked);
    }
}

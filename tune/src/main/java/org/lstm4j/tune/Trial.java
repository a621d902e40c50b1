package org.lstm4j.tune;

import org.lstm4j.tune.space.Configuration;

/// One configuration that is tried.
///
/// @param number from 1, in the order of proposal
/// @param configuration what is tried
public record Trial(int number, Configuration configuration) {

    public Trial {
        if (number < 1) {
            throw new IllegalArgumentException("trials are numbered from 1, but this one is " + number);
        }
    }
}

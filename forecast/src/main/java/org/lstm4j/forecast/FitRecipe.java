package org.lstm4j.forecast;

import java.util.List;
import java.util.OptionalDouble;

/// What a fit with validation windows found out, so that it can be repeated on more windows without any.
///
/// @param members one for each network
record FitRecipe(List<Member> members) {

    FitRecipe {
        members = List.copyOf(members);
    }

    /// The same networks, which add nothing to their skip paths.
    FitRecipe withoutCorrections() {
        return new FitRecipe(members.stream()
                .map(member -> new Member(member.skip(), member.ridge(), member.seed(), member.epochs(), 0))
                .toList());
    }

    /// One network.
    ///
    /// @param skip what stands beside it
    /// @param ridge of a linear skip path
    /// @param seed decides initial weights, order of samples and dropout
    /// @param epochs of the weights kept, at least 1
    /// @param share how much of what it adds to the skip path is kept: see [CorrectionShare]
    record Member(Skip skip, OptionalDouble ridge, long seed, int epochs, double share) {}
}

package org.lstm4j.forecast;

import java.util.OptionalDouble;

/// Whether forecasts have a least value, as counts and concentrations do that are never below 0.
public sealed interface FloorRule {

    /// 0 for a target of which no known value in the training part of any series is below 0, and the least is at most a tenth of their
    /// mean; else none. The second condition keeps the rule from speaking of passengers or kelvins, whose forecasts never come near 0.
    FloorRule AUTO = new Auto();

    /// None: forecasts are what the network says.
    FloorRule NONE = new None();

    /// That value for every target.
    ///
    /// @throws IllegalArgumentException when it is no number or infinite
    static FloorRule at(double floor) {
        return new At(floor);
    }

    /// The floor of a target.
    OptionalDouble floor(TargetRange known);

    /// As [#AUTO] says.
    record Auto() implements FloorRule {

        private static final double NEAR = 0.1;

        @Override
        public OptionalDouble floor(TargetRange known) {
            boolean comesNear = known.least() >= 0 && known.least() <= NEAR * known.mean();
            return comesNear ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
    }

    /// As [#NONE] says.
    record None() implements FloorRule {
        @Override
        public OptionalDouble floor(TargetRange known) {
            return OptionalDouble.empty();
        }
    }

    /// A floor that was given.
    record At(double value) implements FloorRule {

        public At {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a floor of forecasts must be a finite number, but was " + value
                        + "; give the least value that there can be, or none");
            }
        }

        @Override
        public OptionalDouble floor(TargetRange known) {
            return OptionalDouble.of(value);
        }
    }
}

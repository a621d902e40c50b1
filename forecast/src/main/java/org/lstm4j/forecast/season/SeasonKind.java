package org.lstm4j.forecast.season;

/// How a season acts on the level of a series.
public enum SeasonKind {

    /// The index is added: the swings keep their size.
    ADDITIVE {
        @Override
        public double without(double value, double index) {
            return value - index;
        }

        @Override
        public double with(double value, double index) {
            return value + index;
        }
    },

    /// The index is a factor: the swings grow with the level. For positive values only.
    MULTIPLICATIVE {
        @Override
        public double without(double value, double index) {
            return value / index;
        }

        @Override
        public double with(double value, double index) {
            return value * index;
        }
    };

    /// A value with the season taken out.
    public abstract double without(double value, double index);

    /// A value with the season put back.
    public abstract double with(double value, double index);
}

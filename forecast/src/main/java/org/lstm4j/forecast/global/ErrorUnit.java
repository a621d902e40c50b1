package org.lstm4j.forecast.global;

/// The unit in which the errors of a forecast are alike from series to series, so that one calibration serves all.
sealed interface ErrorUnit {

    double scaled(double value);

    /// The value that [#scaled] was given.
    double original(double scaled);

    /// Errors in percent.
    record Logarithm() implements ErrorUnit {

        @Override
        public double scaled(double value) {
            return StrictMath.log(value);
        }

        @Override
        public double original(double scaled) {
            return StrictMath.exp(scaled);
        }
    }

    /// Errors in scales of the series.
    ///
    /// @param scale above 0
    /// @param least no quantile is below: 0 for counts, or minus infinity
    record Divided(double scale, double least) implements ErrorUnit {

        @Override
        public double scaled(double value) {
            return value / scale;
        }

        @Override
        public double original(double scaled) {
            return Math.max(least, scaled * scale);
        }
    }
}

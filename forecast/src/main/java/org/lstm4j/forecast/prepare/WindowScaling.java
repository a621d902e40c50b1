package org.lstm4j.forecast.prepare;

/// What is done to the targets of each window, on top of the scaler fitted to the training part: it lets a model that learnt at
/// one level forecast at another.
///
/// | window scaling | shift | scale | source |
/// |---|---|---|---|
/// | `none` | 0 | 1 | |
/// | `last` | the last value looked back on | 1 | Zeng et al., Are Transformers Effective for Time Series Forecasting?, 2023 (NLinear) |
/// | `revin` | mean of the observed values looked back on | their standard deviation | Kim et al., Reversible Instance Normalization, 2022 |
///
/// Shift and scale come from the past of the window alone, and are undone on what the model says.
public enum WindowScaling {
    NONE("none") {
        @Override
        Level of(float[] values, float[] observed, int from, int to) {
            return Level.UNCHANGED;
        }
    },
    LAST("last") {
        @Override
        Level of(float[] values, float[] observed, int from, int to) {
            return new Level(values[to - 1], 1);
        }
    },
    REVIN("revin") {
        @Override
        Level of(float[] values, float[] observed, int from, int to) {
            double sum = 0;
            double count = 0;
            for (int step = from; step < to; step++) {
                sum += observed[step] * (double) values[step];
                count += observed[step];
            }
            if (count == 0) {
                return LAST.of(values, observed, from, to);
            }
            double mean = sum / count;
            double squares = 0;
            for (int step = from; step < to; step++) {
                squares += observed[step] * (values[step] - mean) * (values[step] - mean);
            }
            return new Level(mean, Math.sqrt(squares / count + FLAT));
        }
    };

    /// Keeps the scale of a flat window away from 0; small beside the variance of scaled values, which is about 1.
    private static final double FLAT = 1e-5;

    private final String label;

    WindowScaling(String label) {
        this.label = label;
    }

    /// Its name in settings and model files.
    public String label() {
        return label;
    }

    /// The window scaling of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static WindowScaling of(String label) {
        for (WindowScaling scaling : values()) {
            if (scaling.label.equals(label)) {
                return scaling;
            }
        }
        throw new IllegalArgumentException("no window scaling is called '" + label + "'; there are none, last, revin");
    }

    /// The level of steps `from` (inclusive) to `to` (exclusive), at least one.
    ///
    /// @param values with gaps filled
    /// @param observed 1 for a value, 0 for a gap
    abstract Level of(float[] values, float[] observed, int from, int to);

    /// The level of one window: scaled = (x − shift) / scale.
    public record Level(double shift, double scale) {

        static final Level UNCHANGED = new Level(0, 1);

        public double scaled(double value) {
            return (value - shift) / scale;
        }

        public double original(double scaled) {
            return scaled * scale + shift;
        }
    }
}

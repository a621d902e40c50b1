package org.lstm4j.forecast.prepare;

import java.util.Arrays;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// The scalers that shift and stretch by two numbers, one of them after a logarithm. Values that are all equal, or all missing, are only shifted.
///
/// | scaler | shift | scale |
/// |---|---|---|
/// | `standard` | mean | standard deviation |
/// | `minmax` | smallest | largest − smallest |
/// | `robust` | median | distance of the quartiles |
/// | `mean-abs` | 0 | mean magnitude |
/// | `log` | mean of log(1 + x) | its standard deviation |
/// | `none` | 0 | 1 |
public enum Scaling implements Scaler {
    STANDARD("standard") {
        @Override
        FittedScaler fitted(double[] observed) {
            double mean = mean(observed);
            double sum = 0;
            for (double value : observed) {
                sum += (value - mean) * (value - mean);
            }
            return scaler(mean, Math.sqrt(sum / observed.length));
        }
    },
    MINMAX("minmax") {
        @Override
        FittedScaler fitted(double[] observed) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : observed) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return scaler(least, most - least);
        }
    },
    ROBUST("robust") {
        @Override
        FittedScaler fitted(double[] observed) {
            Arrays.sort(observed);
            return scaler(quantile(observed, 0.5), quantile(observed, 0.75) - quantile(observed, 0.25));
        }
    },
    MEAN_ABS("mean-abs") {
        @Override
        FittedScaler fitted(double[] observed) {
            double sum = 0;
            for (double value : observed) {
                sum += Math.abs(value);
            }
            return scaler(0, sum / observed.length);
        }
    },
    LOG("log") {
        @Override
        FittedScaler fitted(double[] observed) {
            for (double value : observed) {
                if (value <= -1) {
                    throw new DataException(Problem.of(
                            "log scaling needs values above -1, but there is " + value, "use --scale standard"));
                }
            }
            FittedScaler bent = STANDARD.fitted(Arrays.stream(observed).map(StrictMath::log1p).toArray());
            return new FittedScaler(FittedScaler.Curve.LOG, bent.shift(), bent.scale());
        }
    },
    NONE("none") {
        @Override
        FittedScaler fitted(double[] observed) {
            return new FittedScaler(0, 1);
        }
    };

    /// Below this share of the shift, a spread is rounding and not variation.
    private static final double NO_SPREAD = 1e-12;

    private final String label;

    Scaling(String label) {
        this.label = label;
    }

    /// The scaler of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Scaling of(String label) {
        for (Scaling scaling : values()) {
            if (scaling.label.equals(label)) {
                return scaling;
            }
        }
        throw new IllegalArgumentException(
                "no scaler is called '" + label + "'; there are standard, minmax, robust, mean-abs, log, none");
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public FittedScaler fit(double[] values, int from, int to) {
        double[] observed = Arrays.stream(values, from, to).filter(value -> !Double.isNaN(value)).toArray();
        return observed.length == 0 ? new FittedScaler(0, 1) : fitted(observed);
    }

    /// Learns from values without NaN, at least one; may reorder them.
    abstract FittedScaler fitted(double[] observed);

    private static FittedScaler scaler(double shift, double scale) {
        boolean flat = !(scale > NO_SPREAD * Math.abs(shift));
        return new FittedScaler(shift, flat ? 1 : scale);
    }

    private static double mean(double[] observed) {
        double sum = 0;
        for (double value : observed) {
            sum += value;
        }
        return sum / observed.length;
    }

    /// Between the two nearest of sorted values, in proportion.
    private static double quantile(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.List;

/// What of a series is smoothed: the form in which level and season are sums.
///
/// Smyl smooths the values themselves and divides by level and season, which needs values above 0, and then takes logarithms. Here
/// logarithms come first, so that a level is a geometric mean; the recursion is then one and the same for both forms.
public enum SmoothedForm {
    /// The logarithm of the value: level and season multiply, errors count in percent. Every value must be above 0.
    LOGARITHM("logarithm") {
        @Override
        double scale(EsRnnSeries series) {
            return 1;
        }

        @Override
        public double toSmoothed(double value, double scale) {
            return StrictMath.log(value);
        }

        @Override
        public double toValue(double smoothed, double scale) {
            return StrictMath.exp(smoothed);
        }
    },
    /// The value divided by the mean magnitude of the series' values: level and season add up, and zeros and negative values may occur.
    /// Where values vary little about their mean, it is nearly the logarithm but for a constant, so that both are of about one size.
    SCALED("scaled") {
        @Override
        double scale(EsRnnSeries series) {
            double sum = 0;
            int count = 0;
            for (int step = 0; step < series.steps(); step++) {
                if (!Double.isNaN(series.value(step))) {
                    sum += Math.abs(series.value(step));
                    count++;
                }
            }
            return sum > 0 ? sum / count : 1;
        }

        @Override
        public double toSmoothed(double value, double scale) {
            return value / scale;
        }

        @Override
        public double toValue(double smoothed, double scale) {
            return smoothed * scale;
        }
    };

    private final String label;

    SmoothedForm(String label) {
        this.label = label;
    }

    /// Its name in files.
    public String label() {
        return label;
    }

    /// The form of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static SmoothedForm of(String label) {
        for (SmoothedForm form : values()) {
            if (form.label.equals(label)) {
                return form;
            }
        }
        throw new IllegalArgumentException("there is no form '" + label + "'; known are "
                + Arrays.stream(values()).map(SmoothedForm::label).toList());
    }

    /// The logarithm where all values of all series are above 0, else the scaled form.
    public static SmoothedForm suiting(List<EsRnnSeries> series) {
        for (EsRnnSeries one : series) {
            if (stepNotAbove0(one) >= 0) {
                return SCALED;
            }
        }
        return LOGARITHM;
    }

    /// @throws IllegalArgumentException when a value has no logarithm and one is asked for
    void requireSuits(EsRnnSeries series) {
        int step = this == LOGARITHM ? stepNotAbove0(series) : -1;
        if (step >= 0) {
            throw new IllegalArgumentException("series '" + series.name() + "' is " + series.value(step) + " at step "
                    + step + ", but the form '" + label + "' needs values above 0; use the form '" + SCALED.label
                    + "', in which level and season are added and values may be 0 or less");
        }
    }

    private static int stepNotAbove0(EsRnnSeries series) {
        for (int step = 0; step < series.steps(); step++) {
            if (series.value(step) <= 0) {
                return step;
            }
        }
        return -1;
    }

    /// What the values of a series are divided by.
    abstract double scale(EsRnnSeries series);

    /// A value in this form.
    ///
    /// @param scale what the values of the series are divided by, see [EsRnn#scaleOf]
    public abstract double toSmoothed(double value, double scale);

    /// The value that [#toSmoothed] was given.
    public abstract double toValue(double smoothed, double scale);

    /// All values of a series in this form; NaN stays NaN.
    double[] toSmoothed(EsRnnSeries series, double scale) {
        double[] smoothed = new double[series.steps()];
        for (int step = 0; step < smoothed.length; step++) {
            smoothed[step] = toSmoothed(series.value(step), scale);
        }
        return smoothed;
    }
}

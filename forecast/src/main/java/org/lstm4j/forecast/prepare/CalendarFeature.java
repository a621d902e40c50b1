package org.lstm4j.forecast.prepare;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// What the calendar says of a time, as numbers in [−1, 1]; known for every future step.
///
/// Cycles come as sine and cosine of the angle, so that the last hour of a day stands next to the first.
public enum CalendarFeature {
    DAY_SINE("day_sin") {
        @Override
        public double value(ZonedDateTime time) {
            return StrictMath.sin(angleInDay(time));
        }
    },
    DAY_COSINE("day_cos") {
        @Override
        public double value(ZonedDateTime time) {
            return StrictMath.cos(angleInDay(time));
        }
    },
    WEEK_SINE("week_sin") {
        @Override
        public double value(ZonedDateTime time) {
            return StrictMath.sin(angleInWeek(time));
        }
    },
    WEEK_COSINE("week_cos") {
        @Override
        public double value(ZonedDateTime time) {
            return StrictMath.cos(angleInWeek(time));
        }
    },
    /// 1 on Saturday and Sunday, else 0.
    WEEKEND("weekend") {
        @Override
        public double value(ZonedDateTime time) {
            return time.getDayOfWeek().getValue() >= 6 ? 1 : 0;
        }
    },
    YEAR_SINE("year_sin") {
        @Override
        public double value(ZonedDateTime time) {
            return StrictMath.sin(angleInYear(time));
        }
    },
    YEAR_COSINE("year_cos") {
        @Override
        public double value(ZonedDateTime time) {
            return StrictMath.cos(angleInYear(time));
        }
    };

    private static final long MILLIS_OF_DAY = 86_400_000L;
    /// With less than two years to learn from, a month seen once looks like a trend.
    private static final double YEARS_TO_LEARN_A_YEAR = 2;

    private final String label;

    CalendarFeature(String label) {
        this.label = label;
    }

    /// Its name among the features: `day_sin`.
    public String label() {
        return label;
    }

    /// The feature of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static CalendarFeature of(String label) {
        for (CalendarFeature feature : values()) {
            if (feature.label.equals(label)) {
                return feature;
            }
        }
        throw new IllegalArgumentException("no calendar feature is called '" + label + "'");
    }

    /// The value at a time in the series' zone.
    public abstract double value(ZonedDateTime time);

    /// The features worth having at a frequency: those of cycles longer than a step and seen at least twice.
    ///
    /// @param trainingSteps steps to learn from
    public static List<CalendarFeature> forFrequency(Frequency frequency, int trainingSteps) {
        List<CalendarFeature> features = new ArrayList<>();
        double stepDays = switch (frequency) {
            case StepIndex() -> Double.NaN;
            case FixedStep(long millis) -> (double) millis / MILLIS_OF_DAY;
            case CalendarMonths(int months) -> 30.4 * months;
        };
        if (stepDays <= 0.5) {
            features.addAll(List.of(DAY_SINE, DAY_COSINE));
        }
        if (stepDays <= 1 && trainingSteps * stepDays >= 14) {
            features.addAll(List.of(WEEK_SINE, WEEK_COSINE, WEEKEND));
        }
        if (stepDays <= 183 && trainingSteps * stepDays >= YEARS_TO_LEARN_A_YEAR * 365) {
            features.addAll(List.of(YEAR_SINE, YEAR_COSINE));
        }
        return List.copyOf(features);
    }

    private static double dayShare(ZonedDateTime time) {
        return time.toLocalTime().toSecondOfDay() / 86_400.0;
    }

    private static double angleInDay(ZonedDateTime time) {
        return 2 * Math.PI * dayShare(time);
    }

    private static double angleInWeek(ZonedDateTime time) {
        return 2 * Math.PI * (time.getDayOfWeek().getValue() - 1 + dayShare(time)) / 7;
    }

    private static double angleInYear(ZonedDateTime time) {
        return 2 * Math.PI * (time.getDayOfYear() - 1 + dayShare(time)) / time.toLocalDate().lengthOfYear();
    }
}

package org.lstm4j.interop.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// The method of a file that computes what the calendar says of a time, just as [CalendarFeature#value] does.
final class CalendarMethod {

    private CalendarMethod() {}

    static String text(List<CalendarFeature> features) {
        return String.format(Locale.ROOT,
                """

                            /**
                             * What the calendar says of a time: %s. A sine and a cosine are those of the angle in the day, in the week
                             * from Monday on and in the year; weekend is 1 on Saturday and Sunday, else 0.
                             *
                             * @param time by the clock of the time zone of training
                             * @return these numbers
                             */
                            public static double[] calendar(java.time.LocalDateTime time) {
                                double day = time.toLocalTime().toSecondOfDay() / 86_400.0;
                                return new double[]{
                        %s
                                };
                            }

                            /** Writes channels of the calendar; before the first row its first time. */
                            private static void calendar_ahead(float[] x, int channel, java.time.LocalDateTime[] times, int now) {
                                for (int row = 0; row < ROWS; row++) {
                                    double[] values = calendar(times[Math.max(0, now - LOOKBACK + row + AHEAD)]);
                                    for (int index = 0; index < values.length; index++) {
                                        x[row * CHANNELS + channel + index] = (float) values[index];
                                    }
                                }
                            }
                        """,
                features.stream().map(CalendarFeature::label).collect(Collectors.joining(", ")),
                features.stream().map(feature -> "                " + formula(feature))
                        .collect(Collectors.joining(",\n")));
    }

    private static String formula(CalendarFeature feature) {
        String week = "2 * Math.PI * (time.getDayOfWeek().getValue() - 1 + day) / 7";
        String year = "2 * Math.PI * (time.getDayOfYear() - 1 + day) / time.toLocalDate().lengthOfYear()";
        return switch (feature) {
            case DAY_SINE -> "StrictMath.sin(2 * Math.PI * day)";
            case DAY_COSINE -> "StrictMath.cos(2 * Math.PI * day)";
            case WEEK_SINE -> "StrictMath.sin(" + week + ")";
            case WEEK_COSINE -> "StrictMath.cos(" + week + ")";
            case WEEKEND -> "time.getDayOfWeek().getValue() >= 6 ? 1 : 0";
            case YEAR_SINE -> "StrictMath.sin(" + year + ")";
            case YEAR_COSINE -> "StrictMath.cos(" + year + ")";
        };
    }
}

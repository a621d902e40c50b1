package org.lstm4j.interop.source;

import java.util.Locale;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.QuantileHead;

/// The methods of a file that read forecasts out of what a network says, in the targets' own unit: quantiles in order, moved by the
/// calibration, and nothing below the floors; as [Forecaster] does.
///
/// @param text gets what the lines need
record ForecastAnswerMethod(SourceText text, Forecaster forecaster, ForecastColumns columns) {

    String methods() {
        String season = columns.seasonal() ? "long number, " : "";
        String seasonOfStep = columns.seasonal() ? ", season(target, number + step)" : "";
        return String.format(Locale.ROOT, """

                    /** Reads what is said of some targets. */
                    private static void answer(float[] said, int from, int to, double[][] levels, %sForecast forecast) {
                        for (int step = 0; step < HORIZON; step++) {
                            for (int target = from; target < to; target++) {
                                int at = (step * (to - from) + target - from) * OUTPUTS;
                                forecast.point[step][target] = inOwnUnit(said[at + CENTRE], target, levels[target]%s);
                %s            }
                        }
                    }

                    private static double inOwnUnit(double said, int target, double[] level%s) {
                        double value = original(said * level[1] + level[0]%s, target);
                        return %s;
                    }
                """, season, seasonOfStep, quantiles(seasonOfStep), columns.seasonal() ? ", double season" : "",
                columns.seasonal() ? " + season" : "",
                forecaster.floors().isEmpty() ? "value" : "value < FLOORS[target] ? FLOORS[target] : value");
    }

    private String quantiles(String seasonOfStep) {
        if (!forecaster.givesQuantiles()) {
            return "";
        }
        SourceLines lines = new SourceLines();
        lines.add("double[] quantiles = " + raw() + ";");
        if (forecaster.calibration().isPresent()) {
            lines.begin("for (int level = 0; level < LEVELS.length; level++)");
            lines.add("quantiles[level] += OFFSETS[step * LEVELS.length + level];");
            lines.end();
            lines.add("java.util.Arrays.sort(quantiles);");
        }
        lines.begin("for (int level = 0; level < LEVELS.length; level++)");
        lines.add("forecast.quantiles[step][target][level] = inOwnUnit(quantiles[level], target, levels[target]"
                + seasonOfStep + ");");
        lines.end();
        return lines.text().indent(8);
    }

    private String raw() {
        if (forecaster.head() instanceof QuantileHead) {
            text.needs(RuntimePart.SPREAD);
            return "spread(said, at)";
        }
        return "java.util.stream.DoubleStream.generate(() -> said[at]).limit(LEVELS.length).toArray()";
    }
}

package org.lstm4j.interop.source;

import java.util.Locale;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.head.PointHead;
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
                                forecast.point[step][target] = inOwnUnit(%s, target, levels[target]%s);
                %s            }
                        }
                    }

                    private static double inOwnUnit(double said, int target, double[] level%s) {
                        double value = original(said * level[1] + level[0]%s, target);
                        return %s;
                    }
                """, season, point(), seasonOfStep, quantiles(seasonOfStep),
                columns.seasonal() ? ", double season" : "",
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

    private String point() {
        return forecaster.head() instanceof LikelihoodHead ? "quantile(said, at, MEDIAN)" : "said[at + CENTRE]";
    }

    private String raw() {
        return switch (forecaster.head()) {
            case QuantileHead _ -> {
                text.needs(RuntimePart.SPREAD);
                yield "spread(said, at)";
            }
            case LikelihoodHead head -> {
                text.needs(SourceDistribution.of(head).function());
                yield "java.util.Arrays.stream(QUANTILES).map(quantile -> quantile(said, at, quantile)).toArray()";
            }
            case PointHead _ -> "java.util.stream.DoubleStream.generate(() -> said[at]).limit(LEVELS.length).toArray()";
        };
    }
}

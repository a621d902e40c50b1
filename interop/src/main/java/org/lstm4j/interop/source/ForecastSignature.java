package org.lstm4j.interop.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.head.PointHead;
import org.lstm4j.forecast.head.QuantileHead;

/// The method `forecast` of a file: its parameters, what it asks of them, and what it calls.
///
/// @param forecaster whose file it is
/// @param columns of its tables
/// @param loop whether it goes on from its own forecasts
/// @param parameters in their order
record ForecastSignature(Forecaster forecaster, ForecastColumns columns, boolean loop, List<Parameter> parameters) {

    ForecastSignature {
        parameters = List.copyOf(parameters);
    }

    /// A parameter.
    ///
    /// @param comment what it is, for Javadoc
    /// @param example how one is made
    record Parameter(String type, String name, String comment, String example) {}

    static ForecastSignature of(Forecaster forecaster, ForecastColumns columns, boolean loop) {
        return new ForecastSignature(forecaster, columns, loop,
                new ForecastParameters(forecaster, columns, loop).all());
    }

    /// Types and names, for a declaration.
    String declared() {
        return parameters.stream().map(parameter -> parameter.type() + " " + parameter.name())
                .collect(Collectors.joining(", "));
    }

    /// The parameters of the method that foretells one window: without the number of steps, the first step ahead by its number.
    String declaredOfWindow() {
        return ofWindow().map(parameter -> parameter.name().equals("firstAhead")
                ? "long number"
                : parameter.type() + " " + parameter.name()).collect(Collectors.joining(", "));
    }

    /// A call of the method.
    String call(String className) {
        return className + ".Forecast forecast = " + className + ".forecast("
                + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")) + ");";
    }

    private Stream<Parameter> ofWindow() {
        return parameters.stream().filter(parameter -> !parameter.name().equals("steps"));
    }

    private String calledOfWindow() {
        return ofWindow().map(parameter -> parameter.name().equals("firstAhead")
                ? "number(firstAhead) - history.length"
                : parameter.name()).collect(Collectors.joining(", "));
    }

    /// The methods that users call, and the class of what they get.
    String methods() {
        SourceLines lines = new SourceLines();
        requireAll(lines);
        if (loop) {
            addTurns(lines);
        } else {
            lines.add("return window(" + calledOfWindow() + ", history.length);");
        }
        return comment() + "    public static Forecast forecast(" + declared() + ") {\n" + lines.text() + "    }\n\n"
                + answerClass();
    }

    /// Window after window: the history grows by the point forecasts of each.
    private void addTurns(SourceLines lines) {
        lines.add("double[][] longer = java.util.Arrays.copyOf(history, ahead);");
        lines.add("Forecast all = new Forecast(steps);");
        lines.begin("for (int now = history.length; now < history.length + steps; now += HORIZON)");
        lines.add("Forecast next = window(" + calledOfWindow().replaceFirst("^history", "longer") + ", now);");
        lines.add("System.arraycopy(next.point, 0, longer, now, HORIZON);");
        lines.begin("for (int step = 0; step < Math.min(HORIZON, history.length + steps - now); step++)");
        lines.add("all.point[now - history.length + step] = next.point[step].clone();");
        if (forecaster.givesQuantiles()) {
            lines.begin("for (int target = 0; target < " + columns.targets() + " && now > history.length; target++)");
            lines.add("java.util.Arrays.fill(next.quantiles[step][target], Double.NaN);");
            lines.end();
            lines.add("all.quantiles[now - history.length + step] = next.quantiles[step];");
        }
        lines.end();
        lines.end();
        lines.add("return all;");
    }

    private String comment() {
        StringBuilder text = new StringBuilder(
                "    /**\n     * Foretells the steps after the last row of history. Safe to call from"
                        + " several threads.\n     *\n");
        parameters.forEach(parameter -> text.append(SourceWords.wrapped("     * ", "     *        ",
                "@param " + parameter.name() + " " + parameter.comment())));
        return text.append(
                "     * @return what is foretold\n     * @throws IllegalArgumentException when one of these is not so; says what\n     */\n")
                .toString();
    }

    private void requireAll(SourceLines lines) {
        int least = forecaster.form().leastHistory();
        lines.add("require(history.length >= " + least + ", \"history should have at least " + least
                + " rows, but has \" + history.length);");
        if (loop) {
            lines.add("require(steps > 0, \"steps should be at least 1, but were \" + steps);");
            lines.add(
                    "int ahead = Math.addExact(history.length, Math.multiplyExact((steps - 1) / HORIZON + 1, HORIZON));");
        } else {
            lines.add("int ahead = history.length + HORIZON;");
        }
        lines.add("requireTable(\"history\", history, history.length, " + columns.targets() + ");");
        lines.add(
                "require(java.util.Arrays.stream(history[history.length - 1]).anyMatch(value -> !Double.isNaN(value)),");
        lines.add("        \"the last row of history has no value; leave out what is not observed yet\");");
        if (!columns.past().isEmpty()) {
            lines.add("requireTable(\"past\", past, history.length, " + columns.past().size() + ");");
        }
        if (!columns.known().isEmpty()) {
            lines.add("requireTable(\"known\", known, ahead, " + columns.known().size() + ");");
            for (int column = 0; column < columns.known().size(); column++) {
                lines.add("requireKnown(known, " + column + ", " + SourceWords.literal(columns.known().get(column))
                        + ", history.length, " + (loop ? "history.length + steps" : "ahead") + ");");
            }
        }
        if (!columns.statics().isEmpty()) {
            lines.add("require(statics.length == " + columns.statics().size() + ", \"statics should be "
                    + columns.statics().size() + ", but are \" + statics.length);");
        }
        if (columns.readsCalendar()) {
            lines.add("require(times.length == ahead, \"times should be \" + ahead + \", but are \" + times.length);");
        }
    }

    private String answerClass() {
        boolean quantiles = forecaster.givesQuantiles();
        int targets = columns.targets();
        String levels = quantiles
                ? """
                                /**
                                 * What a target lies below with the probability of a level: [steps][targets][levels]%s.
                                 */
                                public final double[][][] quantiles;
                        """.replace("%s", loop ? ", NaN beyond HORIZON" : "")
                : "";
        return """
                    /** What is foretold, in the targets' own unit. */
                    public static final class Forecast {
                        /** The point forecast%s: [steps][targets]. */
                        public final double[][] point;
                """.replace("%s", ofPoint()) + levels + """

                        private Forecast(int steps) {
                            point = new double[steps][%d];
                """.replace("%d", String.valueOf(targets))
                + (quantiles ? "            quantiles = new double[steps][" + targets + "][LEVELS.length];\n" : "")
                + "        }\n    }\n"
                + (quantiles ? """

                            /**
                             * The levels of the quantiles.
                             *
                             * @return rising, in a new array
                             */
                            public static double[] levels() {
                                return LEVELS.clone();
                            }
                        """ : "");
    }

    private String ofPoint() {
        return switch (forecaster.head()) {
            case QuantileHead head -> ", the quantile " + head.levels()[head.location()];
            case LikelihoodHead _ -> ", the median";
            case PointHead _ -> "";
        };
    }

    /// What computes the calendar and the number of a step, where that is needed.
    String functions() {
        List<String> functions = new ArrayList<>();
        if (columns.readsCalendar()) {
            functions.add(CalendarMethod.text(columns.schema().calendar()));
        }
        if (columns.seasonal()) {
            functions.add(StepNumber.of(forecaster.frequency()).method());
        }
        return String.join("", functions);
    }
}

package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lstm4j.report.content.Attributions;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.ColumnShares;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.CurvesContent.Scale;
import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.GateKind;
import org.lstm4j.report.content.GateMaps;
import org.lstm4j.report.content.Grid;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.HeatMapContent.Range;
import org.lstm4j.report.content.LayerSummary;
import org.lstm4j.report.content.ModelSummary;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.StatisticsTable;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Values;
import org.lstm4j.report.content.WindowView;

/// Explanations for tests: numbers as a small LSTM might have them.
final class SampleExplanation {

    static final String STEPS = "steps before the forecast";

    private SampleExplanation() {}

    static ExplainContent realistic(int steps, int units) {
        Axis axis = new StepAxis(steps, -steps, "step");
        List<String> columns = List.of("cnt", "temperature", "workingday", "hour (sine)");
        return new ExplainContent("Why 312 rentals on 2012-12-30 08:00?", model(units, steps),
                new WindowView(
                        List.of(Fact.of("series", "rentals"), Fact.of("window", "2012-12-23 08:00 to 2012-12-30 07:00"),
                                Fact.of("forecast for", "2012-12-30 08:00, 1 step ahead"), Fact.of("forecast", "312"),
                                new Fact("actual", "298", "the forecast is 4.7 % above")),
                        axis, STEPS,
                        IntStream.range(0, columns.size())
                                .mapToObj(index -> new NamedValues(columns.get(index), wave(steps, index))).toList()),
                attributions(columns, axis),
                List.of(gates("0.lstm", axis, units, 0), gates("1.lstm", axis, (units + 1) / 2, 5)),
                List.of(curves("Gradient of the forecast by step", Scale.LOGARITHMIC, axis,
                        step -> StrictMath.exp((step - steps) / 12.0))),
                new Reproduction(
                        "lstm4j explain model.lstm4j bike-sharing-hour.csv --at 2012-12-30T08:00 --html why.html",
                        List.of(), List.of(Fact.of("version", "0.1.0"))));
    }

    /// Every text is the given name.
    static ExplainContent named(String name) {
        Axis axis = new StepAxis(3, -3, "step");
        Grid grid = Grid.of(new double[][]{{0.5, -1, Double.NaN}, {0, 0.25, 1}});
        Fact fact = new Fact(name, name, name);
        HeatMapContent map = new HeatMapContent(name, name, name, Range.SIGNED, name, List.of(name, name + "2"), axis,
                name, grid);
        CurvesContent curves = new CurvesContent(name, name, name, Scale.LOGARITHMIC, axis, name,
                List.of(new NamedValues(name, Values.of(1, 0, 0.001))));
        return new ExplainContent(name,
                new ModelSummary(List.of(fact), List.of(new LayerSummary(name, name, name, 7)),
                        new StatisticsTable(List.of(name),
                                List.of(new StatisticsTable.Row(name, name, name, Values.of(2))))),
                new WindowView(List.of(fact), axis, name, List.of(new NamedValues(name, Values.of(1, 2, 3)))),
                new Attributions(new ColumnShares(List.of(name), List.of(new NamedValues(name, Values.of(1)))),
                        List.of(map), List.of(curves)),
                List.of(new GateMaps(name, List.of(map))), List.of(curves),
                new Reproduction(name, List.of(fact), List.of(fact)));
    }

    static GateMaps gates(String layer, Axis axis, int units, int shift) {
        List<HeatMapContent> maps = new ArrayList<>();
        for (GateKind kind : List.of(GateKind.FORGET, GateKind.INPUT, GateKind.OUTPUT, GateKind.CANDIDATE,
                GateKind.CELL,
                GateKind.HIDDEN)) {
            double[][] values = new double[units][axis.size()];
            for (int unit = 0; unit < units; unit++) {
                for (int step = 0; step < axis.size(); step++) {
                    values[unit][step] = value(kind, unit + shift, step);
                }
            }
            maps.add(kind.map(axis, STEPS, Grid.of(values)));
        }
        return new GateMaps(layer, maps);
    }

    private static double value(GateKind kind, int unit, int step) {
        double phase = 2 * Math.PI * (step + 1.7 * unit) / 24 + kind.title().length();
        double slow = StrictMath.sin(step * 0.02 * (1 + unit % 5) + unit);
        double raw = 2.2 * StrictMath.sin(phase) + 1.4 * slow + (kind == GateKind.FORGET ? 1.5 : 0) - unit % 3 * 0.6;
        return switch (kind) {
            case FORGET, INPUT, OUTPUT, UPDATE, RESET -> 1 / (1 + StrictMath.exp(-raw));
            case CANDIDATE, HIDDEN -> StrictMath.tanh(raw / 2);
            case CELL -> raw * (1 + unit % 4);
        };
    }

    private static Attributions attributions(List<String> columns, Axis axis) {
        double[][] signed = new double[columns.size()][axis.size()];
        double[][] absolute = new double[columns.size()][axis.size()];
        for (int column = 0; column < columns.size(); column++) {
            for (int step = 0; step < axis.size(); step++) {
                int lag = axis.size() - step;
                double season = StrictMath.pow(StrictMath.cos(Math.PI * lag / 24), 8);
                signed[column][step] = 40 * season * StrictMath.exp(-lag / 60.0) * StrictMath.cos(column + lag * 0.05)
                        / (1 + column);
                absolute[column][step] = Math.abs(signed[column][step]) * 0.8 + 0.3;
            }
        }
        return new Attributions(
                new ColumnShares(columns,
                        List.of(new NamedValues("integrated gradients", Values.of(0.62, 0.21, 0.05, 0.12)),
                                new NamedValues("occlusion", Values.of(0.55, 0.24, 0.04, 0.17)))),
                List.of(new HeatMapContent("Integrated gradients",
                        "Orange raised the forecast, blue lowered it; all cells add up to forecast less baseline.",
                        "rentals",
                        Range.SIGNED, "column", columns, axis, STEPS, Grid.of(signed)),
                        new HeatMapContent("Gradient × input, absolute",
                                "How strongly a small change would move the forecast.",
                                "rentals", Range.POSITIVE, "column", columns, axis, STEPS, Grid.of(absolute))),
                List.of(curves("Occlusion by step", Scale.LINEAR, axis,
                        step -> 30 * StrictMath.pow(StrictMath.cos(Math.PI * (axis.size() - step) / 24.0), 6)
                                * StrictMath.exp((step - axis.size()) / 70.0))));
    }

    static CurvesContent curves(String title, Scale scale, Axis axis, IntToDoubleFunction at) {
        double[] first = IntStream.range(0, axis.size()).mapToDouble(at).toArray();
        double[] second = IntStream.range(0, axis.size()).mapToDouble(step -> 0.6 * at.applyAsDouble(step / 2))
                .toArray();
        return new CurvesContent(title, "How much the forecast would move.", "rentals", scale, axis, STEPS,
                List.of(new NamedValues("0.lstm", Values.of(first)), new NamedValues("1.lstm", Values.of(second))));
    }

    private static Values wave(int steps, int column) {
        return Values.of(IntStream.range(0, steps)
                .mapToDouble(step -> column == 2
                        ? step / 24 % 7 < 5 ? 1 : 0
                        : 200 + 150 * StrictMath.sin(2 * Math.PI * step / 24 + column)
                                + 20 * StrictMath.sin(step * 1.7))
                .toArray());
    }

    private static ModelSummary model(int units, int steps) {
        List<StatisticsTable.Row> rows = new ArrayList<>();
        for (String gate : List.of("input", "forget", "candidate", "output")) {
            rows.add(new StatisticsTable.Row("0.weight_ih_l0", gate, "[" + units + ", 4]",
                    Values.of(0.01, 0.23, -0.91, 1.02)));
            rows.add(new StatisticsTable.Row("0.weight_hh_l0", gate, "[" + units + ", " + units + "]",
                    Values.of(-0.002, 0.11, -0.44, 0.39)));
        }
        return new ModelSummary(List.of(Fact.of("lookback", steps + " steps"), Fact.of("horizon", "24 steps")),
                List.of(new LayerSummary("0.lstm", "LSTM, " + units + " units", "[batch, " + steps + ", " + units + "]",
                        4L * units * (units + 5)),
                        new LayerSummary("1.lstm", "LSTM, " + units / 2 + " units", "[batch, " + units / 2 + "]",
                                2L * units * (units + units / 2 + 1)),
                        new LayerSummary("2.dense", "Dense, 24 units", "[batch, 24]", 12L * units + 24)),
                new StatisticsTable(List.of("mean", "standard deviation", "smallest", "largest"), rows));
    }
}

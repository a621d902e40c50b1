package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lstm4j.explain.CellActivity;
import org.lstm4j.explain.GradientStatistics;
import org.lstm4j.explain.ParameterStatistics;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.explain.ColumnExplanation;
import org.lstm4j.forecast.explain.ExplanationMethod;
import org.lstm4j.forecast.explain.ForecastExplainer;
import org.lstm4j.forecast.explain.ForecastExplanation;
import org.lstm4j.forecast.explain.InputColumn;
import org.lstm4j.forecast.explain.TargetExplanation;
import org.lstm4j.forecast.explain.WindowExplanation;
import org.lstm4j.forecast.explain.WindowOrigin;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.SummaryLine;
import org.lstm4j.nn.recurrent.CellSignal;
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
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.StatisticsTable;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Values;
import org.lstm4j.report.content.WindowView;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Fills the page about the inside of a model.
///
/// Everything stands over one axis, the steps that the network reads: the last one is −1. Columns that are known ahead are read a horizon
/// later than they stand there; their names say so.
final class ExplainPageContent {

    private static final String STEPS = "steps before the forecast";
    /// categories whose numbers are told
    private static final int MOST_NAMED = 20;
    private static final String SEGMENTS = "segments before the forecast";

    private final Forecaster forecaster;
    private final ForecastExplainer explainer;
    private final ForecastExplanation explanation;
    private final WindowOrigin window;
    private final List<WindowExplanation> forecasts;
    private final List<InputColumn> columns;
    private final Axis axis;

    /// @param window whose forecast is looked at by itself
    /// @param forecasts of that window, one for each target
    ExplainPageContent(Forecaster forecaster, ForecastExplainer explainer, ForecastExplanation explanation,
            WindowOrigin window, List<WindowExplanation> forecasts) {
        this.forecaster = forecaster;
        this.explainer = explainer;
        this.explanation = explanation;
        this.window = window;
        this.forecasts = List.copyOf(forecasts);
        columns = InputColumn.of(forecaster.form(), 0);
        axis = new StepAxis(forecaster.form().inputShape().size(0), -forecaster.window().lookback(), "step");
    }

    /// @param model name of the model file
    /// @param command what was typed
    ExplainContent of(String model, String command) {
        String targets = String.join(", ", forecaster.schema().targets());
        return new ExplainContent("What the forecast of " + targets + " depends on", summary(model), view(),
                attributions(), gates(),
                List.of(gradients()),
                new Reproduction(command, List.of(), List.of(Fact.of("lstm4j", Version.number()))));
    }

    private ModelSummary summary(String model) {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("model", model),
                Fact.of("looks back", NumberText.count(forecaster.window().lookback(), "step")),
                Fact.of("foretells", NumberText.count(forecaster.window().horizon(), "step") + ", one step = "
                        + forecaster.frequency().words()),
                Fact.of("parameters", NumberText.of(forecaster.network().parameterCount()))));
        if (columns.stream().anyMatch(column -> column.first() != -axis.size())) {
            String ahead = NumberText.count(forecaster.window().horizon(), "step");
            facts.add(
                    Fact.of("columns with +" + forecaster.window().horizon(), "known ahead, read " + ahead + " later"));
        }
        List<LayerSummary> layers = new ArrayList<>();
        Shape shape = forecaster.network().inputShape();
        for (Layer layer : forecaster.network().layers()) {
            shape = layer.outputShape(shape);
            String[] placeAndKind = layer.name().split(" ", 2);
            layers.add(new LayerSummary(placeAndKind[0], placeAndKind[placeAndKind.length - 1], shape.toString(),
                    SummaryLine.parametersOf(layer)));
        }
        return new ModelSummary(facts, layers, statistics());
    }

    private StatisticsTable statistics() {
        List<StatisticsTable.Row> rows = new ArrayList<>();
        for (int index = 0; index < explanation.parameters().size(); index++) {
            ParameterStatistics one = explanation.parameters().get(index);
            GradientStatistics gradient = explanation.gradients().get(index);
            rows.add(new StatisticsTable.Row(one.parameter(), one.gate(), one.shape().toString(),
                    Values.of(one.values().mean(), one.values().standardDeviation(), one.values().least(),
                            one.values().most(), one.values().norm(), one.values().nearZero(),
                            gradient.values().norm(), gradient.ratio())));
        }
        return new StatisticsTable(
                List.of("mean", "sd", "smallest", "largest", "norm", "near zero",
                        "gradient norm", "to weights"),
                rows);
    }

    private WindowView view() {
        List<Fact> facts = new ArrayList<>();
        String series = window.series().series().name();
        if (!series.isEmpty()) {
            facts.add(Fact.of("series", series));
        }
        facts.add(Fact.of("first step foretold", window.time()));
        for (WindowExplanation one : forecasts) {
            facts.add(
                    Fact.of("forecast of " + one.target() + what(), NumberText.of(one.forecast()) + unit(one.unit())));
            facts.add(new Fact("forecast of the reference", NumberText.of(one.reference()) + unit(one.unit()),
                    "every column at its mean over the windows explained"));
        }
        forecaster.schema().categories().forEach(column -> facts.add(numbersOf(column)));
        Tensor inputs = Tensor.zeros(Shape.sequence(axis.size(), columns.size()));
        window.series().copyInputs(window.step(), 0, inputs.data(), 0);
        List<NamedValues> read = IntStream.range(0, columns.size())
                .mapToObj(column -> new NamedValues(names().get(column), asRead(column, inputs)))
                .toList();
        return new WindowView(facts, axis, STEPS, read);
    }

    /// A column as it stands in the data; features of the calendar as they are, and categories by their numbers.
    private Values asRead(int number, Tensor inputs) {
        InputColumn column = columns.get(number);
        if (standsInNoColumn(column) || isCategory(number)) {
            return Values
                    .of(IntStream.range(0, axis.size()).mapToDouble(step -> inputs.get(step, number)).toArray());
        }
        double[] data = window.series().series().column(column.name());
        return Values.of(IntStream.range(0, axis.size())
                .map(step -> window.step() + column.lag(step))
                .mapToDouble(step -> step < data.length ? data[step] : Double.NaN)
                .toArray());
    }

    private static boolean standsInNoColumn(InputColumn column) {
        return switch (column.role()) {
            case CALENDAR, MASK, LAG -> true;
            case TARGET, PAST, FUTURE, STATIC -> false;
        };
    }

    /// Categories are the last columns.
    private boolean isCategory(int number) {
        return number >= columns.size() - forecaster.schema().categories().size();
    }

    private static Fact numbersOf(CategoryColumn column) {
        String numbers = IntStream.range(0, Math.min(MOST_NAMED, column.names().size()))
                .mapToObj(index -> (index + 1) + " " + column.names().get(index))
                .collect(Collectors.joining(", "));
        int more = column.names().size() - MOST_NAMED;
        return new Fact("numbers of " + column.name(), "0 none, " + numbers + (more > 0 ? ", …" : ""),
                "read as a vector each, which the network has learnt");
    }

    private static String unit(String unit) {
        return unit.startsWith("log") ? " as " + unit : "";
    }

    private String what() {
        return explanation.step().isPresent() ? ", step " + explanation.step().getAsInt() : ", mean over the horizon";
    }

    /// Names of the columns, each once; those that are read ahead of their place say how far: `holiday +24`.
    private List<String> names() {
        return columns.stream().map(this::name).toList();
    }

    private String name(InputColumn column) {
        boolean shared = columns.stream().filter(other -> other.name().equals(column.name())).count() > 1;
        String name = shared ? column.name() + ", " + column.role().label() : column.name();
        return column.first() == -forecaster.window().lookback() ? name : name + " +" + forecaster.window().horizon();
    }

    private Attributions attributions() {
        List<HeatMapContent> maps = new ArrayList<>();
        for (WindowExplanation one : forecasts) {
            maps.add(map(title("What each input added to this forecast", one.target()),
                    "Orange raised the forecast above that of the reference, blue lowered it; all cells add up to the difference."
                            + " By integrated gradients.",
                    one.unit(), Range.SIGNED,
                    one.columns().stream().map(WindowExplanation.ColumnAttribution::attribution).toList()));
        }
        for (TargetExplanation target : explanation.targets()) {
            maps.add(map(title("What inputs add to a forecast", target.target()),
                    "Mean size over " + NumberText.count(explanation.windows(), "window")
                            + ", by integrated gradients.",
                    target.unit(), Range.POSITIVE,
                    target.columns().stream().map(ColumnExplanation::attribution).toList()));
        }
        List<CurvesContent> hidden = explanation.targets().stream().map(this::occlusion).toList();
        return new Attributions(shares(), maps, hidden);
    }

    private HeatMapContent map(String title, String meaning, String unit, Range range, List<List<Double>> rows) {
        double[][] values = rows.stream().map(ExplainPageContent::array).toArray(double[][]::new);
        return new HeatMapContent(title, meaning, unit, range, "column", names(), axis, STEPS, Grid.of(values));
    }

    private String title(String text, String target) {
        return explanation.targets().size() == 1 ? text : text + ": " + target;
    }

    private ColumnShares shares() {
        List<NamedValues> methods = new ArrayList<>();
        for (TargetExplanation target : explanation.targets()) {
            for (ExplanationMethod method : ExplanationMethod.values()) {
                double[] shares = IntStream.range(0, columns.size())
                        .mapToDouble(index -> target.share(method, index))
                        .toArray();
                methods.add(
                        new NamedValues(title(method.label().replace('_', ' '), target.target()), Values.of(shares)));
            }
        }
        return new ColumnShares(names(), methods);
    }

    /// The steps of a span share what hiding it does.
    private CurvesContent occlusion(TargetExplanation target) {
        List<NamedValues> lines = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            double[] bySteps = new double[axis.size()];
            for (int span = 0; span < target.spans().count(); span++) {
                double change = target.columns().get(column).change().get(span);
                Arrays.fill(bySteps, target.spans().first(span), target.spans().end(span), change);
            }
            lines.add(new NamedValues(names().get(column), Values.of(bySteps)));
        }
        return new CurvesContent(title("What hiding a stretch of a column changes", target.target()),
                "Mean change of the forecast when " + NumberText.count(target.spans().length(), "step")
                        + " of a column give way to the column's mean.",
                target.unit(), Scale.LINEAR, axis, STEPS, lines);
    }

    private List<GateMaps> gates() {
        List<GateMaps> all = new ArrayList<>();
        for (CellActivity layer : explanation.gates()) {
            List<HeatMapContent> maps = new ArrayList<>();
            for (CellSignal signal : inOrderOfReading(layer)) {
                double[][] units = unitsBySteps(layer.signal(signal));
                Axis walked = walked(units[0].length);
                maps.add(kind(signal).map(walked, walked.equals(axis) ? STEPS : SEGMENTS, Grid.of(units)));
            }
            all.add(new GateMaps(layer.title(), maps));
        }
        return all;
    }

    /// What a layer goes through: the steps that the network reads, or segments of them.
    private Axis walked(int steps) {
        return steps == axis.size() ? axis : new StepAxis(steps, -steps, "segment");
    }

    /// Gates before what they let through, the forget gate first: as books tell it.
    private static List<CellSignal> inOrderOfReading(CellActivity layer) {
        return layer.signals().keySet().stream().sorted(Comparator.comparing(ExplainPageContent::kind)).toList();
    }

    private static GateKind kind(CellSignal signal) {
        return switch (signal) {
            case INPUT_GATE -> GateKind.INPUT;
            case FORGET_GATE -> GateKind.FORGET;
            case RESET_GATE -> GateKind.RESET;
            case UPDATE_GATE -> GateKind.UPDATE;
            case CANDIDATE -> GateKind.CANDIDATE;
            case OUTPUT_GATE -> GateKind.OUTPUT;
            case CELL_STATE -> GateKind.CELL;
            case HIDDEN_STATE -> GateKind.HIDDEN;
        };
    }

    private static double[][] unitsBySteps(Tensor values) {
        double[][] units = new double[values.shape().size(2)][values.shape().size(1)];
        for (int unit = 0; unit < units.length; unit++) {
            for (int step = 0; step < units[unit].length; step++) {
                units[unit][step] = values.get(0, step, unit);
            }
        }
        return units;
    }

    private CurvesContent gradients() {
        List<NamedValues> lines = new ArrayList<>();
        for (int target = 0; target < explanation.targets().size(); target++) {
            lines.add(new NamedValues(explanation.targets().get(target).target(),
                    Values.of(explainer.gradientBySteps(target))));
        }
        return new CurvesContent("How strongly the forecast feels each step",
                "Length of the slope in all inputs of a step, in the network's own scale, mean over windows. Where it falls by the"
                        + " same factor from step to step, what lies far back can hardly be learnt.",
                "", Scale.LOGARITHMIC, axis, STEPS, lines);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}

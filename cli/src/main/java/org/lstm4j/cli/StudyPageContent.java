package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonText;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.Importance;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Reference;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudySpace;
import org.lstm4j.report.content.StudyTrial;
import org.lstm4j.report.content.Values;
import org.lstm4j.tune.ParameterImportance;
import org.lstm4j.tune.TrialOutcome;
import org.lstm4j.tune.TrialState;
import org.lstm4j.tune.space.Choice;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.IntegerRange;
import org.lstm4j.tune.space.RealRange;
import org.lstm4j.tune.space.Scale;

/// Fills the page of a study.
final class StudyPageContent {

    private final TunedStudy tuned;
    private final List<Hyperparameter> space;

    StudyPageContent(TunedStudy tuned) {
        this.tuned = tuned;
        this.space = tuned.space().space().hyperparameters();
    }

    /// @param command what was typed
    /// @param train the line that trains with the best settings, empty when there is none
    StudyContent of(String command, String train) {
        String target = String.join(", ", tuned.base().columns().targets());
        return new StudyContent(
                "Tuning of " + target + ", " + NumberText.count(tuned.base().horizon(), "step") + " ahead",
                facts(target),
                new StudySpace(measure(), space.stream().map(StudyPageContent::axis).toList(), rungs()), trials(),
                references(), importance(), reproduction(command, train));
    }

    private List<Fact> facts(String target) {
        return List.of(
                Fact.of("data", tuned.data().report().source()),
                Fact.of("target", target),
                Fact.of("horizon", NumberText.count(tuned.base().horizon(), "step")),
                Fact.of("sampler", tuned.identity().settings().require("sampler").asText()),
                Fact.of("seed", Long.toString(tuned.identity().seed())),
                Fact.of("trials", Integer.toString(tuned.study().trials().size())),
                Fact.of("time of this run", String.format(Locale.ROOT, "%.0f s", tuned.seconds())));
    }

    private String measure() {
        return tuned.measure().label() + ", mean of " + NumberText.count(tuned.folds(), "fold")
                + " of rolling validation";
    }

    private List<String> rungs() {
        return tuned.windows().stream().map(windows -> NumberText.count(windows, "window")).toList();
    }

    private static org.lstm4j.report.content.Hyperparameter axis(Hyperparameter hyperparameter) {
        return switch (hyperparameter) {
            case IntegerRange range -> axis(range.name(), range.low(), range.high(), range.scale());
            case RealRange range -> axis(range.name(), range.low(), range.high(), range.scale());
            case Choice choice -> org.lstm4j.report.content.Hyperparameter.categories(choice.name(), choice.values());
        };
    }

    private static org.lstm4j.report.content.Hyperparameter axis(String name, double low, double high, Scale scale) {
        return switch (scale) {
            case LINEAR -> org.lstm4j.report.content.Hyperparameter.linear(name, low, high);
            case LOGARITHMIC -> org.lstm4j.report.content.Hyperparameter.logarithmic(name, low, high);
        };
    }

    private List<StudyTrial> trials() {
        List<StudyTrial> trials = new ArrayList<>();
        for (TrialOutcome outcome : tuned.study().trials()) {
            double[] values = space.stream().mapToDouble(hyperparameter -> place(hyperparameter, outcome)).toArray();
            double[] errors = outcome.errors().stream().mapToDouble(error -> error).filter(Double::isFinite).toArray();
            trials.add(new StudyTrial(outcome.number(), state(outcome.state()), reason(outcome), Values.of(values),
                    Values.of(errors), TunedStudy.seconds(outcome)));
        }
        return trials;
    }

    /// Where a trial stands on an axis. The defaults may lie beyond the range that is searched: then nowhere.
    private double place(Hyperparameter hyperparameter, TrialOutcome outcome) {
        JsonValue value = outcome.trial().configuration().values().get(hyperparameter.name());
        String text = value == null
                ? tuned.defaults().getOrDefault(hyperparameter.name(), "")
                : TrialsTable.typed(value);
        return switch (hyperparameter) {
            case Choice choice -> choice.values().contains(text) ? choice.values().indexOf(text) : Double.NaN;
            case IntegerRange range -> within(text, range.low(), range.high());
            case RealRange range -> within(text, range.low(), range.high());
        };
    }

    private static double within(String text, double low, double high) {
        double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        return value >= low && value <= high ? value : Double.NaN;
    }

    private static StudyTrial.State state(TrialState state) {
        return switch (state) {
            case COMPLETE -> StudyTrial.State.COMPLETE;
            case PRUNED -> StudyTrial.State.PRUNED;
            case FAILED -> StudyTrial.State.FAILED;
        };
    }

    private static String reason(TrialOutcome outcome) {
        JsonValue failure = outcome.results().getLast().score().details().get("failure");
        return failure instanceof JsonText(String text) ? text : "";
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(new Reference("the default settings", tuned.defaultError().orElse(Double.NaN)));
        tuned.baselines().forEach((name, error) -> references.add(new Reference(name.replace('_', ' '), error)));
        return references;
    }

    private Importance importance() {
        ParameterImportance importance = tuned.importance();
        if (!importance.reliable()) {
            return Importance.none(new StudyVerdict(tuned).importance());
        }
        double[] shares = importance.shares().stream().mapToDouble(ParameterImportance.Share::share).toArray();
        return new Importance("PED-ANOVA: the better half of " + importance.trials() + " trials beside all of them",
                Values.of(shares), "");
    }

    private Reproduction reproduction(String command, String train) {
        List<Fact> settings = new ArrayList<>();
        tuned.study().best().ifPresent(best -> tuned.space().space().names().forEach(name -> settings.add(Fact.of(name,
                best.number() == 1
                        ? tuned.defaults().getOrDefault(name, "")
                        : TrialsTable.value(best.trial().configuration(), name)))));
        return new Reproduction(train.isEmpty() ? command : train, settings, List.of(
                Fact.of("search", command),
                Fact.of("data (SHA-256)", tuned.identity().dataSha256()),
                Fact.of("seed", Long.toString(tuned.identity().seed())),
                Fact.of("lstm4j", tuned.identity().version())));
    }
}

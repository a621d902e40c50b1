package org.lstm4j.cli;

import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.significance.SkillComparison;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// What JSON says of an evaluation beyond its measures: `comparison` with the best baseline, and, of a model with intervals,
/// `coverage_by_step`.
final class JudgementJson {

    private JudgementJson() {}

    static void put(Evaluation evaluation, ObjectBuilder json) {
        evaluation.comparison().ifPresent(tested -> json.put("comparison", comparison(evaluation, tested)));
        evaluation.intervals().ifPresent(
                intervals -> json.put("coverage_by_step", IntervalTable.bySteps(intervals)));
    }

    private static JsonObject comparison(Evaluation evaluation, SkillComparison tested) {
        String best = evaluation.bestBaseline();
        ObjectBuilder json = JsonValue.object().put("baseline", best);
        tested.toJson().members().forEach(json::put);
        return json.put("sentence", tested.sentence("the LSTM", best.replace('_', ' '))).build();
    }
}

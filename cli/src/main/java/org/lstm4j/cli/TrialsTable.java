package org.lstm4j.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonText;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.study.StoredStudy;
import org.lstm4j.tune.study.StoredTrial;

/// The trials of a study: how far each has come, its error on each rung, and the values it tried. The best has a star.
final class TrialsTable {

    static final String NONE = "-";

    private TrialsTable() {}

    static List<String> lines(StoredStudy study) {
        int rungs = study.identity().rungs();
        Set<String> names = new LinkedHashSet<>();
        study.trials().forEach(trial -> names.addAll(trial.trial().configuration().names()));
        List<String> header = new ArrayList<>(List.of("trial", "state"));
        for (int rung = 0; rung < rungs; rung++) {
            header.add(rungs == 1 ? "error " : "rung " + (rung + 1) + " ");
        }
        header.addAll(names);
        TextTable table = new TextTable(2, header);
        int best = study.best().map(RungResult::trial).orElse(0);
        study.trials().forEach(trial -> table.add(row(trial, rungs, names, best)));
        return table.lines();
    }

    private static List<String> row(StoredTrial trial, int rungs, Set<String> names, int best) {
        int number = trial.trial().number();
        List<String> row = new ArrayList<>(List.of(Integer.toString(number), Values.label(trial.state(rungs))));
        for (int rung = 0; rung < rungs; rung++) {
            String star = number == best && rung == rungs - 1 ? "*" : " ";
            row.add(trial.result(rung).map(TrialsTable::error).orElse(NONE) + star);
        }
        for (String name : names) {
            row.add(value(trial.trial().configuration(), name));
        }
        return row;
    }

    /// The value of a hyperparameter as it is typed, or a dash where the configuration leaves it as it is.
    static String value(Configuration configuration, String name) {
        JsonValue value = configuration.values().get(name);
        return value == null ? NONE : typed(value);
    }

    /// A value as it is typed: numbers exactly, without an exponent.
    static String typed(JsonValue value) {
        return switch (value) {
            case JsonText(String text) -> text;
            case JsonNumber(String literal) -> new BigDecimal(literal).stripTrailingZeros().toPlainString();
            default -> Json.write(value);
        };
    }

    private static String error(RungResult result) {
        return result.score().failed() ? "failed" : MetricsTable.number(result.score().error());
    }
}

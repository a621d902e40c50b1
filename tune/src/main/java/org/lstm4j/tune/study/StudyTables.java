package org.lstm4j.tune.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Score;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.space.Configuration;

/// The tables that hold the tuning study.
final class StudyTables {

    private static final String STUDY = "study";
    private static final String TRIAL = "trial";
    private static final String RESULT = "rung_result";

    private final StudyDatabase database;

    StudyTables(StudyDatabase database) {
        this.database = database;
    }

    Optional<StudyIdentity> identity() {
        return database.query("SELECT number, identity, checksum FROM study", row -> {
            String identity = row.getString(2);
            return new Row(database, STUDY, row.getInt(1))
                    .of(row.getLong(3), () -> StudyIdentity.of(object(identity)), identity);
        }).stream().findFirst();
    }

    void add(StudyIdentity identity) {
        String json = Json.write(identity.toJson());
        database.update("INSERT INTO study (number, identity, checksum) VALUES (1, ?, ?)",
                json, RowChecksum.of(STUDY, 1, json));
    }

    void add(Trial trial) {
        String json = Json.write(trial.configuration().values());
        database.update("INSERT INTO trial (number, configuration, checksum) VALUES (?, ?, ?)",
                trial.number(), json, RowChecksum.of(TRIAL, trial.number(), json));
    }

    void add(RungResult result) {
        String error = Double.toString(result.score().error());
        String details = Json.write(result.score().details());
        String seconds = Double.toString(result.seconds());
        database.update("""
                INSERT INTO rung_result (trial, rung, error, details, seconds, checksum)
                VALUES (?, ?, ?, ?, ?, ?)""",
                result.trial(), result.rung(), error, details, seconds,
                RowChecksum.of(RESULT, result.trial(), result.rung(), error, details, seconds));
    }

    /// By number.
    List<StoredTrial> trials() {
        List<Trial> trials = database.query(
                "SELECT number, configuration, checksum FROM trial ORDER BY number", this::trial);
        Map<Integer, List<RungResult>> results = new TreeMap<>();
        database.query("SELECT trial, rung, error, details, seconds, checksum FROM rung_result ORDER BY trial, rung",
                this::result)
                .forEach(result -> results.computeIfAbsent(result.trial(), _ -> new ArrayList<>()).add(result));
        List<StoredTrial> stored = new ArrayList<>();
        for (Trial trial : trials) {
            List<RungResult> own = results.remove(trial.number());
            stored.add(new StoredTrial(trial, own == null ? List.of() : own));
        }
        if (!results.isEmpty()) {
            throw database.faults().damaged("it has results of trials it does not have");
        }
        return stored;
    }

    private Trial trial(ResultSet row) throws SQLException {
        int number = row.getInt(1);
        String configuration = row.getString(2);
        return new Row(database, TRIAL, number).of(row.getLong(3),
                () -> new Trial(number, new Configuration(object(configuration))), configuration);
    }

    private RungResult result(ResultSet row) throws SQLException {
        int trial = row.getInt(1);
        int rung = row.getInt(2);
        String error = row.getString(3);
        String details = row.getString(4);
        String seconds = row.getString(5);
        return new Row(database, RESULT, trial).of(row.getLong(6),
                () -> new RungResult(trial, rung, new Score(Double.parseDouble(error), object(details)),
                        Double.parseDouble(seconds)),
                rung, error, details, seconds);
    }

    private static JsonObject object(String json) {
        return Json.parse(json).asObject();
    }
}

package org.lstm4j.tune.study;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.Json;

/// The table that holds training runs.
final class RunTable {

    private static final String RUN = "run";

    private final StudyDatabase database;

    RunTable(StudyDatabase database) {
        this.database = database;
    }

    /// Gives the run the next free number.
    StoredRun add(RunLabel label, RunResult result) {
        List<StoredRun> added = new ArrayList<>();
        database.atOnce(() -> {
            int id = database.query("SELECT coalesce(max(id), 0) + 1 FROM run", row -> row.getInt(1)).getFirst();
            String content = Json.write(RunJson.write(label, result));
            database.update("INSERT INTO run (id, content, checksum) VALUES (?, ?, ?)",
                    id, content, RowChecksum.of(RUN, id, content));
            added.add(new StoredRun(id, label, result));
        });
        return added.getFirst();
    }

    /// By id.
    List<StoredRun> all() {
        return database.query("SELECT id, content, checksum FROM run ORDER BY id", row -> {
            int id = row.getInt(1);
            String content = row.getString(2);
            return new Row(database, RUN, id)
                    .of(row.getLong(3), () -> RunJson.read(id, Json.parse(content).asObject()), content);
        });
    }
}

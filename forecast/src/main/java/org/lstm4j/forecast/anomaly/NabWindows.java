package org.lstm4j.forecast.anomaly;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;

/// The labels of the benchmark: for each file the windows of its anomalies, in order.
///
/// Read from NAB's `combined_windows.json`: an object whose members are lists of pairs of times `2014-10-30 15:30:00.000000`, taken to be
/// UTC as the times of its data files are.
///
/// @param files windows by the name of the file, as the labels write it
public record NabWindows(Map<String, List<NabWindow>> files) {

    public NabWindows {
        Map<String, List<NabWindow>> copy = new LinkedHashMap<>();
        files.forEach((name, windows) -> copy.put(name, List.copyOf(windows)));
        files = Collections.unmodifiableMap(copy);
    }

    /// Reads labels.
    ///
    /// @throws IllegalArgumentException when the text is not JSON of that form
    public static NabWindows parse(String json) {
        Map<String, List<NabWindow>> files = new LinkedHashMap<>();
        Json.parse(json).asObject().members().forEach((name, windows) -> files.put(name, windows(name, windows)));
        return new NabWindows(files);
    }

    /// The windows of a file.
    ///
    /// @throws DataException when the labels do not name it
    public List<NabWindow> of(String file) {
        List<NabWindow> windows = files.get(file);
        if (windows == null) {
            List<String> names = List.copyOf(files.keySet());
            throw new DataException(new Problem("there are no labels for '" + file + "'",
                    "one of " + String.join(", ", names), "'" + file + "'",
                    Suggestion.text(file, names) + "check the name"));
        }
        return windows;
    }

    private static List<NabWindow> windows(String file, JsonValue json) {
        List<NabWindow> windows = new ArrayList<>();
        for (JsonValue pair : json.asList()) {
            List<JsonValue> ends = pair.asList();
            if (ends.size() != 2) {
                throw new IllegalArgumentException("a window of '" + file + "' has " + ends.size()
                        + " times, where it needs a start and an end");
            }
            windows.add(new NabWindow(millis(file, ends.get(0).asText()), millis(file, ends.get(1).asText())));
        }
        return windows;
    }

    private static long millis(String file, String time) {
        try {
            return LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a window of '" + file + "' has the time '" + time
                    + "', where 2014-10-30 15:30:00.000000 was expected", e);
        }
    }
}

package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.forecast.CalibrationSource;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelHeader;

/// What is done to the forecasts of a network, in words, from the section of a model file that says so.
///
/// @param section of a forecaster
record InspectedForecaster(JsonObject section) {

    /// A line for each thing; none for a file of another kind.
    static List<String> lines(ModelHeader header) {
        JsonValue section = header.sections().get(ForecasterFile.SECTION);
        return section instanceof JsonObject forecaster ? new InspectedForecaster(forecaster).lines() : List.of();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (section.get("calibration") != null) {
            lines.add("intervals: calibrated on " + source());
        }
        JsonValue deseasonalization = section.get("deseasonalization");
        if (deseasonalization != null) {
            lines.add("season: taken off by " + deseasonalization.asText() + ", and put back on forecasts");
        }
        JsonValue floors = section.get("floors");
        if (floors != null) {
            lines.add("floor of forecasts: " + floors.asList().stream()
                    .map(floor -> floor.equals(JsonNull.NULL) ? "none" : Json.write(floor))
                    .collect(Collectors.joining(",")));
        }
        return lines;
    }

    private String source() {
        JsonValue label = section.get("calibrated_on");
        CalibrationSource source = label == null ? CalibrationSource.PART : CalibrationSource.of(label.asText());
        return source == CalibrationSource.VALIDATION
                ? source.words() + ", which chose the epoch too: they may be a little too narrow"
                : source.words();
    }
}

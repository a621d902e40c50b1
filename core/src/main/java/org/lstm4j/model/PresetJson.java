package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.Initialization;

/// The preset of initial weights as JSON: `"keras"` or `"pytorch"`.
final class PresetJson {

    private PresetJson() {}

    /// Written out, so that renaming a constant cannot change the format.
    static String write(Initialization preset) {
        return switch (preset) {
            case KERAS -> "keras";
            case PYTORCH -> "pytorch";
        };
    }

    static Initialization read(JsonValue json) {
        return Members.named(json, Initialization.values(), PresetJson::write);
    }
}

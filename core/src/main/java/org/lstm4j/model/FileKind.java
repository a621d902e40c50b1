package org.lstm4j.model;

import java.util.Map;

/// The kinds of safetensors files that lstm4j writes, each with a version of its own in its metadata.
enum FileKind {
    MODEL("model", ModelHeader.VERSION, ModelFile.FORMAT_VERSION), TRAINING("training checkpoint",
            "lstm4j.training", 1);

    private final String text;
    private final String versionName;
    private final int newest;

    FileKind(String text, String versionName, int newest) {
        this.text = text;
        this.versionName = versionName;
        this.newest = newest;
    }

    /// What messages call it: `model`.
    String text() {
        return text;
    }

    /// The metadata that has the version.
    String versionName() {
        return versionName;
    }

    /// The newest version known here.
    int newest() {
        return newest;
    }

    /// What a file of another kind is, for a message.
    static String describe(Map<String, String> metadata) {
        for (FileKind kind : values()) {
            if (metadata.containsKey(kind.versionName)) {
                return "none of that name, but that of a " + kind.text;
            }
        }
        return "none of that name";
    }
}

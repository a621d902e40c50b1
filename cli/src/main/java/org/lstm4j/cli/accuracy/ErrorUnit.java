package org.lstm4j.cli.accuracy;

/// In what unit errors are counted.
public enum ErrorUnit {
    /// That of the file.
    OWN("the file's unit"),
    /// Standard deviations of the training part (z scores), of each column by itself.
    TRAINING_DEVIATIONS("standard deviations of the training part");

    private final String words;

    ErrorUnit(String words) {
        this.words = words;
    }

    /// The same in words.
    public String words() {
        return words;
    }
}

package org.lstm4j.benchmarks.protocol;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One network and batch to measure: LSTM layers that return their last step, then Dense(1).
///
/// @param name as in the CSV lines
/// @param steps T
/// @param batch B of a training step
/// @param features F
/// @param units H of every layer
/// @param layers LSTM layers
public record Workload(String name, int steps, int batch, int features, int units, int layers) {

    /// Long sequences are one thing, single steps with the state kept another: this one is measured step by step.
    public static final String STREAM = "STREAM";

    public static final List<Workload> ALL = List.of(
            new Workload("W1", 10, 32, 1, 50, 1),
            new Workload("W2", 48, 64, 8, 128, 1),
            new Workload("W3", 96, 64, 32, 256, 1),
            new Workload("W4", 100, 128, 64, 512, 1),
            new Workload("W5", 168, 32, 16, 256, 2),
            new Workload("W6", 50, 64, 128, 1024, 1),
            new Workload(STREAM, 1, 1, 8, 128, 1));

    private static final Pattern TEXT = Pattern.compile("(\\w+):(\\d+)x(\\d+)x(\\d+)x(\\d+)x(\\d+)");

    public Workload {
        if (steps < 1 || batch < 1 || features < 1 || units < 1 || layers < 1) {
            throw new IllegalArgumentException("the sizes of workload " + name + " are 1 or more, but received "
                    + List.of(steps, batch, features, units, layers));
        }
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException when it is no such text, or a size is 0 or too large
    public static Workload parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a workload is NAME:STEPSxBATCHxFEATURESxUNITSxLAYERS, but received " + text);
        }
        return new Workload(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)), Integer.parseInt(matcher.group(5)),
                Integer.parseInt(matcher.group(6)));
    }

    /// Name and sizes on one line, for the arguments of a process: `W1:10x32x1x50x1`.
    public String text() {
        return name + ":" + steps + "x" + batch + "x" + features + "x" + units + "x" + layers;
    }

    /// Whether single steps are measured.
    public boolean streams() {
        return name.equals(STREAM);
    }

    /// Numbers of each step that LSTM layer `layer` reads.
    public int inputsOf(int layer) {
        return layer == 0 ? features : units;
    }

    /// Floating-point operations of one forward over that many sequences, `2 · T · B · Σ layers: (inputs + H) · 4H`: what the
    /// products of the gates need, whatever an implementation skips or adds.
    public double forwardWork(int sequences) {
        double inputs = features + (layers - 1.0) * units;
        return 2.0 * steps * sequences * (inputs + (double) layers * units) * 4 * units;
    }

    /// The same network in small, for tests: every size odd, so that no tile is filled.
    public Workload scaledDown() {
        return new Workload(
                name,
                Math.min(steps, 5),
                Math.min(batch, 7),
                Math.min(features, 3),
                Math.min(units, 19),
                layers);
    }
}

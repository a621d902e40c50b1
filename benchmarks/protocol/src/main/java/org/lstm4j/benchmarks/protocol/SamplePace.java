package org.lstm4j.benchmarks.protocol;

/// How long one kind of call is timed.
///
/// @param warmUpSeconds least warm-up
/// @param warmUpSteps least calls of warm-up; both must be reached
/// @param samples how many samples are taken
/// @param sampleSeconds least length of a sample: a short call is repeated that long
public record SamplePace(double warmUpSeconds, int warmUpSteps, int samples, double sampleSeconds) {

    public SamplePace {
        if (!(warmUpSeconds >= 0) || warmUpSteps < 1 || samples < 1 || !(sampleSeconds >= 0)) {
            throw new IllegalArgumentException("a pace needs times of 0 or more and counts of 1 or more, but is "
                    + warmUpSeconds + " s, " + warmUpSteps + " steps, " + samples + " samples, " + sampleSeconds
                    + " s");
        }
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException when it is no such text
    public static SamplePace parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a pace is SECONDS:STEPS:SAMPLES:SECONDS, but received " + text);
        }
        return new SamplePace(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
                Double.parseDouble(parts[3]));
    }

    /// For the arguments of a process: `1.0:2:5:0.2`.
    public String text() {
        return warmUpSeconds + ":" + warmUpSteps + ":" + samples + ":" + sampleSeconds;
    }
}

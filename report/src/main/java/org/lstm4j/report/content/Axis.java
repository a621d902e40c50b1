package org.lstm4j.report.content;

/// Where the values of a plot stand: instants, or counted steps. Positions rise
/// from index to index.
public sealed interface Axis permits TimeAxis, StepAxis {

    /// Positions on the axis.
    int size();

    /// The position of an index: milliseconds since 1970-01-01 UTC on a time axis,
    /// the step's number on a step axis.
    long position(int index);

    /// The position for readers: `2012-12-31 08:00`, or `17`.
    String label(int index);

    /// What the axis counts: `time`, `step`, `epoch`.
    String name();
}

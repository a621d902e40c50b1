package org.lstm4j.report.content;

/// Steps counted one by one, for data without times.
///
/// @param size steps on the axis
/// @param first number of the first one
/// @param name what is counted, in the singular: `step`, `epoch`
public record StepAxis(int size, long first, String name) implements Axis {

    public StepAxis {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative, but was " + size);
        }
    }

    @Override
    public long position(int index) {
        return first + index;
    }

    @Override
    public String label(int index) {
        return Long.toString(position(index));
    }
}

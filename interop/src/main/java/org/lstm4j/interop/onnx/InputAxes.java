package org.lstm4j.interop.onnx;

/// What is known of the first two axes of a graph's input: their sizes, and which of them are steps. Mutable: the first layer that goes
/// through steps tells.
final class InputAxes {

    private static final int UNKNOWN = -1;

    private final long[] declared;
    private final int lookback;
    private int steps = UNKNOWN;

    /// @param first size of axis 0, or [OnnxValue#OPEN]
    /// @param second size of axis 1, or [OnnxValue#OPEN]
    /// @param lookback what the user says of steps; 0 for unsaid
    InputAxes(long first, long second, int lookback) {
        declared = new long[]{first, second};
        this.lookback = lookback;
    }

    /// The extent with all sizes that are known put in.
    Extent known(Extent extent) {
        Extent result = Extent.of(extent.factor());
        int[] powers = {extent.first(), extent.second()};
        for (int axis = 0; axis < powers.length; axis++) {
            long size = size(axis);
            Extent one = size == OnnxValue.OPEN ? Extent.ofAxis(axis) : Extent.of(size);
            for (int times = 0; times < powers[axis]; times++) {
                result = result.times(one);
            }
        }
        return result;
    }

    boolean same(Extent one, Extent other) {
        return known(one).equals(known(other));
    }

    /// Decides, if nothing has before, that axis 1 is steps.
    void decide() {
        if (steps == UNKNOWN) {
            steps = 1;
        }
    }

    /// Decides that the atom is steps, if it can be.
    ///
    /// @return whether it is
    boolean decideSteps(Atom atom) {
        if (steps == UNKNOWN && (atom.is(Atom.Role.FIRST) || atom.is(Atom.Role.SECOND))) {
            steps = axis(atom);
        }
        return isSteps(atom);
    }

    boolean isSteps(Atom atom) {
        return atom.is(Atom.Role.STEPS) || (steps != UNKNOWN && axis(atom) == steps);
    }

    boolean isBatch(Atom atom) {
        return steps != UNKNOWN && axis(atom) == 1 - steps;
    }

    /// Whether the input has steps before samples.
    boolean stepsFirst() {
        return steps == 0;
    }

    /// The size of the steps, or [OnnxValue#OPEN].
    long steps() {
        return size(steps == UNKNOWN ? 1 : steps);
    }

    private long size(int axis) {
        boolean said = lookback > 0 && axis == steps && declared[axis] == OnnxValue.OPEN;
        return said ? lookback : declared[axis];
    }

    private static int axis(Atom atom) {
        return switch (atom.role()) {
            case FIRST -> 0;
            case SECOND -> 1;
            case STEPS, DIRECTIONS, FEATURES -> Integer.MIN_VALUE;
        };
    }
}

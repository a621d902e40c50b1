package org.lstm4j.reference;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.recurrent.MergeMode;

/// Mistakes in the gradient of merging two directions.
enum MergeFault {
    NONE(null),
    /// Each direction gets the gradient of the other's half.
    SWAPPED_HALVES(MergeMode.CONCATENATE), SECOND_DIRECTION_FORGOTTEN(MergeMode.SUM),
    /// d(a·b)/da = a.
    OWN_FACTOR(MergeMode.PRODUCT), NOT_HALVED(MergeMode.AVERAGE);

    private final @Nullable MergeMode merge;

    MergeFault(@Nullable MergeMode merge) {
        this.merge = merge;
    }

    /// The mode that it is a mistake in; null for none.
    @Nullable
    MergeMode merge() {
        return merge;
    }

    /// Both directions' numbers of one step.
    Scalar[] merged(MergeMode mode, Scalar[] a, Scalar[] b) {
        Scalar[] merged = new Scalar[mode == MergeMode.CONCATENATE ? 2 * a.length : a.length];
        for (int unit = 0; unit < a.length; unit++) {
            switch (mode) {
                case CONCATENATE -> {
                    merged[unit] = this == SWAPPED_HALVES ? a[unit].blaming(b[unit]) : a[unit];
                    merged[a.length + unit] = this == SWAPPED_HALVES ? b[unit].blaming(a[unit]) : b[unit];
                }
                case SUM -> merged[unit] = blaming(SECOND_DIRECTION_FORGOTTEN, a[unit].plus(b[unit]), a[unit]);
                case PRODUCT -> merged[unit] = blaming(OWN_FACTOR, a[unit].times(b[unit]),
                        a[unit].times(a[unit].value).plus(b[unit].times(b[unit].value)));
                case AVERAGE -> merged[unit] = blaming(NOT_HALVED, a[unit].plus(b[unit]).times(0.5),
                        a[unit].plus(b[unit]));
            }
        }
        return merged;
    }

    private Scalar blaming(MergeFault planted, Scalar value, Scalar blamed) {
        return this == planted ? value.blaming(blamed) : value;
    }
}

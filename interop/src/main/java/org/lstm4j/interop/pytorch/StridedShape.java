package org.lstm4j.interop.pytorch;

import java.util.List;

/// How a tensor lies in its storage.
///
/// @param shape sizes, outermost first, none below 0
/// @param strides elements from one place to the next, for each axis, none below 0
record StridedShape(List<Long> shape, List<Long> strides) {

    StridedShape {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    /// Whether all elements lie within a storage, and are no more than it has: a tensor that shows elements again and again could be of any
    /// size.
    boolean fits(long offset, long storage) {
        if (shape.size() != strides.size() || offset < 0 || offset > storage) {
            return false;
        }
        try {
            long elements = 1;
            long last = offset;
            for (int axis = 0; axis < shape.size(); axis++) {
                elements = Math.multiplyExact(elements, shape.get(axis));
                last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape.get(axis) - 1), strides.get(axis)));
            }
            return elements == 0 || (elements <= storage && last < storage);
        } catch (ArithmeticException _) {
            return false;
        }
    }

    /// Whether the elements lie one after the other, row-major. Strides of axes of one place say nothing.
    boolean isContiguous() {
        long expected = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            if (shape.get(axis) != 1 && strides.get(axis) != expected) {
                return false;
            }
            expected *= shape.get(axis);
        }
        return true;
    }
}

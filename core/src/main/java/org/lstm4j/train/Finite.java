package org.lstm4j.train;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Whether numbers are neither NaN nor infinite.
final class Finite {

    /// The exponent of NaN and infinity; every finite number's bits, sign apart, are below it.
    private static final int FIRST_NOT_FINITE = 0x7f800000;

    private Finite() {}

    static boolean gradients(List<Parameter> parameters) {
        int largest = 0;
        for (int index = 0; index < parameters.size(); index++) {
            largest = Math.max(largest, largestBits(parameters.get(index).gradient()));
        }
        return largest < FIRST_NOT_FINITE;
    }

    static boolean values(List<Parameter> parameters) {
        int largest = 0;
        for (int index = 0; index < parameters.size(); index++) {
            largest = Math.max(largest, largestBits(parameters.get(index).value()));
        }
        return largest < FIRST_NOT_FINITE;
    }

    /// A maximum of integers, which the just-in-time compiler turns into SIMD.
    private static int largestBits(float[] numbers) {
        int largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Float.floatToRawIntBits(number) & Integer.MAX_VALUE);
        }
        return largest;
    }
}

package org.lstm4j.train;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Whether numbers are neither NaN nor infinite.
final class Finite {

    private Finite() {}

    static boolean gradients(List<Parameter> parameters) {
        for (int index = 0; index < parameters.size(); index++) {
            if (!all(parameters.get(index).gradient())) {
                return false;
            }
        }
        return true;
    }

    static boolean values(List<Parameter> parameters) {
        for (int index = 0; index < parameters.size(); index++) {
            if (!all(parameters.get(index).value())) {
                return false;
            }
        }
        return true;
    }

    /// 10,451 numbers take 4 µs: less than a hundredth of the training step they belong to.
    private static boolean all(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}

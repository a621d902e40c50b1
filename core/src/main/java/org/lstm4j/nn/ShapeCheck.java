package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Whether what a pass is given has the sizes it was made for.
public final class ShapeCheck {

    private ShapeCheck() {}

    /// @param what `input` or `output gradient`
    /// @throws IllegalArgumentException when sizes differ, naming both shapes
    public static void require(Layer layer, String what, Shape expected, Tensor received) {
        if (!received.shape().sameSizes(expected)) {
            throw new IllegalArgumentException("the " + what + " of layer \"" + layer.name() + "\" has shape "
                    + received.shape() + ", but this pass was made for " + expected);
        }
    }
}

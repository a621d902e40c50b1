package org.lstm4j.benchmarks;

import java.util.SplittableRandom;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Fixed random numbers from −1 to 1.
public final class Inputs {

    private static final long SEED = 7;

    private Inputs() {}

    public static Tensor random(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = (float) random.nextDouble(-1, 1);
        }
        return tensor;
    }
}

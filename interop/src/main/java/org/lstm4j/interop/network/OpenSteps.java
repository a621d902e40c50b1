package org.lstm4j.interop.network;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Whether the samples of a network may have another number of steps, more or fewer, than it was built for.
public final class OpenSteps {

    private OpenSteps() {}

    /// Whether the network takes sequences of any number of steps: no layer in it is built for one.
    public static boolean areTakenBy(Sequential network) {
        Shape sample = network.inputShape();
        return sample.axes().getFirst().equals(Axis.steps(sample.size(0))) && takes(network, with(sample, 1))
                && takes(network, oneMore(sample));
    }

    /// The same sample with one step more.
    public static Shape oneMore(Shape sample) {
        return with(sample, sample.size(0) + 1);
    }

    private static boolean takes(Sequential network, Shape sample) {
        try {
            return network.outputShape(sample).rank() > 0;
        } catch (IllegalArgumentException _) {
            return false; // a layer is built for other numbers of steps
        }
    }

    private static Shape with(Shape sample, int steps) {
        List<Axis> axes = new ArrayList<>(sample.axes());
        axes.set(0, Axis.steps(steps));
        return new Shape(axes);
    }
}

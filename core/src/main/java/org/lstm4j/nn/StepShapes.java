package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Shapes of samples that have steps, [steps, …].
final class StepShapes {

    private StepShapes() {}

    /// @throws IllegalArgumentException when the sample has no axis beside the steps, naming the layer
    static void requireSteps(String layer, Shape sample) {
        if (sample.rank() < 2) {
            throw new IllegalArgumentException(
                    "layer \"" + layer + "\" takes sequences [steps, features], but would get "
                            + sample + "; let the layer before return sequences, or reshape the data");
        }
    }

    /// [steps, features]: no axis less and none more.
    ///
    /// @throws IllegalArgumentException when the sample is of another rank, naming the layer
    static void requireSequence(String layer, Shape sample) {
        requireSteps(layer, sample);
        if (sample.rank() > 2) {
            throw new IllegalArgumentException(
                    "layer \"" + layer + "\" takes sequences [steps, features], but would get "
                            + sample + "; reshape or flatten it, or wrap the layer in time_distributed");
        }
    }

    /// The sample without its steps.
    static Shape ofOneStep(Shape sample) {
        return new Shape(sample.axes().subList(1, sample.rank()));
    }

    /// A step's shape for as many steps as the sample has.
    static Shape withStepsOf(Shape sample, Shape step) {
        List<Axis> axes = new ArrayList<>();
        axes.add(sample.axes().getFirst());
        axes.addAll(step.axes());
        return new Shape(axes);
    }
}

package org.lstm4j.nn.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A merge at work. A step counts if it counts for all that is merged.
final class MergeNodePass implements NodePass {

    private final List<Flow> from;
    private final Flow to;
    private final Merging merging;
    private final float[][] values;
    private final Tensor output;
    private final @Nullable StepMask joint;

    MergeNodePass(Merge merge, List<Flow> from, Flow to) {
        this.from = List.copyOf(from);
        this.to = to;
        merging = merge.of(from.stream().map(Flow::shape).toList());
        values = new float[from.size()][];
        Shape shape = to.shape();
        output = Tensor.zeros(shape);
        joint = shape.rank() > 2 ? StepMask.all(shape.size(0), shape.size(1)) : null;
    }

    @Override
    public void forward() {
        for (int input = 0; input < values.length; input++) {
            values[input] = from.get(input).value().data();
        }
        merging.run(values, output.data());
        to.set(output, jointMask());
    }

    private @Nullable StepMask jointMask() {
        StepMask first = null;
        for (int input = 0; input < from.size(); input++) {
            StepMask mask = from.get(input).mask();
            if (mask == null || joint == null) {
                continue;
            }
            if (first == null) {
                first = mask;
                joint.set(mask);
            } else {
                joint.keep(mask);
            }
        }
        return first == null ? null : joint;
    }

    @Override
    public void backward(float share) {
        Tensor gradient = to.gradient();
        for (int input = 0; gradient != null && input < values.length; input++) {
            Tensor sums = from.get(input).gradient();
            if (sums != null) {
                merging.addGradient(input, values, gradient.data(), sums.data());
            }
        }
    }

    @Override
    public double penalty() {
        return 0;
    }

    @Override
    public void resetState() {}
}

package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Holds a shipped layer against a [ReferenceLayer]: its output, and the gradients of input and parameters, against central
/// differences of fourth order of the reference. The loss is a weighted sum of all outputs,
/// and what the layer adds itself.
final class LayerCheck {

    private static final double STEP = 1e-3;

    private final Layer layer;
    private final ReferenceLayer reference;
    private final Tensor input;
    private final @Nullable StepMask mask;
    private final double[] x;
    private final List<double[]> parameters = new ArrayList<>();
    private final double[] weightOfOutput;
    private final LayerPass pass;
    private final Tensor output;

    /// Parameters become uniform in ±1.
    LayerCheck(Layer layer, ReferenceLayer reference, Tensor input, long seed) {
        this(layer, reference, input, null, seed);
    }

    /// @param mask which steps of the input count; null for all. The reference knows it itself
    LayerCheck(Layer layer, ReferenceLayer reference, Tensor input, @Nullable StepMask mask, long seed) {
        this.layer = layer;
        this.reference = reference;
        this.input = input;
        this.mask = mask;
        SplittableRandom random = new SplittableRandom(seed);
        for (Parameter parameter : layer.parameters()) {
            fill(parameter.value(), random);
            parameters.add(Floats.doubles(parameter.value()));
        }
        x = Floats.doubles(input.data());
        pass = layer.newPass(input.shape(), PassMode.TRAINING, Compute.shared());
        output = forward().copy();
        weightOfOutput = new double[output.data().length];
        for (int index = 0; index < weightOfOutput.length; index++) {
            weightOfOutput[index] = (float) random.nextDouble(-1, 1);
        }
    }

    /// Uniform in ±1, but not near 0, where some layers have a corner.
    static Tensor input(Shape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor tensor = Tensor.zeros(shape);
        fill(tensor.data(), random);
        return tensor;
    }

    private static void fill(float[] values, SplittableRandom random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) (random.nextDouble(0.02, 1) * (random.nextBoolean() ? 1 : -1));
        }
    }

    /// The worst error of the output, relative to its largest element or the element's own size.
    Worst output() {
        Worst worst = new Worst();
        worst.seeRelative("output", reference.apply(x, parameters), Floats.doubles(output.data()));
        return worst;
    }

    /// The worst error of any gradient, relative likewise. Two forwards and backwards: gradients of parameters add up.
    Worst gradients() {
        Tensor outputGradient = Tensor.zeros(output.shape());
        for (int index = 0; index < weightOfOutput.length; index++) {
            outputGradient.data()[index] = (float) weightOfOutput[index];
        }
        layer.parameters().forEach(Parameter::zeroGradient);
        for (int turn = 0; turn < 2; turn++) {
            forward();
            pass.backward(outputGradient);
        }
        Worst worst = new Worst();
        worst.seeRelative("input", differences(x, 1), Floats.doubles(pass.inputGradient().data()));
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = layer.parameters().get(index);
            worst.seeRelative(parameter.name(), differences(parameters.get(index), 2),
                    Floats.doubles(parameter.gradient()));
        }
        return worst;
    }

    private Tensor forward() {
        return mask == null ? pass.forward(input) : pass.forward(input, mask);
    }

    private double[] differences(double[] values, double factor) {
        double[] differences = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            double value = values[index];
            double near = loss(values, index, value + STEP) - loss(values, index, value - STEP);
            double far = loss(values, index, value + 2 * STEP) - loss(values, index, value - 2 * STEP);
            values[index] = value;
            differences[index] = factor * (8 * near - far) / (12 * STEP);
        }
        return differences;
    }

    private double loss(double[] values, int index, double value) {
        values[index] = value;
        double[] y = reference.apply(x, parameters);
        double sum = reference.penalty(x);
        for (int place = 0; place < y.length; place++) {
            sum += weightOfOutput[place] * y[place];
        }
        return sum;
    }
}

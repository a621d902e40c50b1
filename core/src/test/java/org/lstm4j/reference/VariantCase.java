package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A random recurrent layer with random options on random sequences: run by the shipped layer and by the textbook.
///
/// The loss is the sum of all outputs and final states, each times a random number, so that gradients enter from everywhere.
final class VariantCase {

    private static final long SEED = 7;

    private final Variant variant;
    private final Layer layer;
    private final Tensor input;
    private final RecurrentState initial;
    private final Tensor outputWeights;
    private final RecurrentState stateWeights;

    VariantCase(Variant variant, SplittableRandom random) {
        this.variant = variant;
        Shape batchShape = variant.batchShape();
        RecurrentSpec spec = variant.spec();
        layer = variant.layerSpec().build("0", batchShape.withoutBatch(), new RandomStreams(SEED));
        layer.parameters().forEach(parameter -> fill(parameter.value(), 0.8, random));
        input = filled(batchShape, 1.5, random);
        initial = RecurrentState.zeros(variant.batch(), spec.outputs(), spec.cellUnits());
        outputWeights = filled(layer.outputShape(batchShape.withoutBatch()).withBatch(variant.batch()), 1, random);
        stateWeights = initial.copy();
        fill(stateWeights.hidden().data(), 1, random);
        fill(stateWeights.cell().data(), 1, random);
        if (variant.withState()) {
            fill(initial.hidden().data(), 1, random);
            fill(initial.cell().data(), 1, random);
        }
    }

    /// How far apart the shipped layer and the textbook are.
    ///
    /// @param values outputs and final states
    /// @param gradients all of them; none seen where the case does not train
    record Comparison(Worst values, Worst gradients) {

        /// Whichever is further apart.
        Worst all() {
            return gradients.error() > values.error() ? gradients : values;
        }
    }

    /// Compares outputs, final states and all gradients of the shipped layer with the textbook's.
    Comparison compare(Compute compute, TextbookFault fault) {
        Comparison comparison = new Comparison(new Worst(), new Worst());
        PassMode mode = variant.training() ? PassMode.TRAINING : PassMode.INFERENCE;
        LayerPass pass = layer.newPass(variant.batchShape(), mode, compute);
        TextbookBatch book = textbook(numbers(), fault);
        compareValues(comparison.values(), book, pass, run(pass));
        if (variant.training()) {
            book.loss().differentiate();
            layer.parameters().forEach(Parameter::zeroGradient);
            runBackward(pass);
            compareGradients(comparison.gradients(), book, pass);
        }
        return comparison;
    }

    /// Compares the textbook's own gradients with central differences of its loss, for some elements.
    Worst differences(TextbookFault fault, int elements, SplittableRandom random) {
        VariantNumbers numbers = numbers();
        TextbookBatch book = textbook(numbers, fault);
        book.loss().differentiate();
        List<CheckedTensor> tensors = new ArrayList<>();
        tensors.add(checked("input", numbers.input, book.input));
        for (int index = 0; index < book.weights.size(); index++) {
            tensors.add(checked(layer.parameters().get(index).name(), numbers.weights.get(index),
                    book.weights.get(index)));
        }
        if (variant.withState()) {
            tensors.add(checked("initial hidden state", numbers.initialHidden, book.initialHidden));
            if (numbers.initialCell.length > 0) {
                tensors.add(checked("initial cell state", numbers.initialCell, book.initialCell));
            }
        }
        return new CentralDifferences(() -> textbook(numbers, fault).loss().value, random).check(tensors, elements);
    }

    private static CheckedTensor checked(String name, double[] values, Scalar[] scalars) {
        return new CheckedTensor(name, List.of(values), List.of(gradients(scalars)));
    }

    private VariantNumbers numbers() {
        return new VariantNumbers(
                Floats.doubles(input.data()),
                Floats.doubles(initial.hidden().data()), Floats.doubles(initial.cell().data()),
                layer.parameters().stream().map(parameter -> Floats.doubles(parameter.value())).toList(),
                Floats.doubles(outputWeights.data()),
                Floats.doubles(stateWeights.hidden().data()), Floats.doubles(stateWeights.cell().data()));
    }

    private TextbookBatch textbook(VariantNumbers numbers, TextbookFault fault) {
        return new TextbookBatch(variant, numbers, new VariantNoise(variant, SEED), fault);
    }

    private Tensor run(LayerPass pass) {
        @Nullable
        StepMask mask = variant.mask();
        if (variant.withState() && pass instanceof RecurrentPass recurrent) {
            return mask == null ? recurrent.forward(input, initial) : recurrent.forward(input, mask, initial);
        }
        return mask == null ? pass.forward(input) : pass.forward(input, mask);
    }

    private void runBackward(LayerPass pass) {
        if (pass instanceof RecurrentPass recurrent) {
            recurrent.backward(outputWeights, stateWeights);
        } else {
            pass.backward(outputWeights);
        }
    }

    private static void compareValues(Worst worst, TextbookBatch book, LayerPass pass, Tensor output) {
        see(worst, "output", values(book.output), output.data());
        if (pass instanceof RecurrentPass recurrent) {
            RecurrentState last = recurrent.newState();
            recurrent.finalState(last);
            see(worst, "final hidden state", values(book.hidden), last.hidden().data());
            see(worst, "final cell state", values(book.state), last.cell().data());
        }
    }

    private void compareGradients(Worst worst, TextbookBatch book, LayerPass pass) {
        Map<String, double[]> expected = new LinkedHashMap<>();
        Map<String, float[]> actual = new LinkedHashMap<>();
        expected.put("input", gradients(book.input));
        actual.put("input", pass.inputGradient().data());
        for (int index = 0; index < book.weights.size(); index++) {
            Parameter parameter = layer.parameters().get(index);
            expected.put(parameter.name(), gradients(book.weights.get(index)));
            actual.put(parameter.name(), parameter.gradient());
        }
        if (variant.withState() && pass instanceof RecurrentPass recurrent) {
            RecurrentState gradient = recurrent.newState();
            recurrent.initialStateGradient(gradient);
            expected.put("initial hidden state", gradients(book.initialHidden));
            actual.put("initial hidden state", gradient.hidden().data());
            expected.put("initial cell state", gradients(book.initialCell));
            actual.put("initial cell state", gradient.cell().data());
        }
        double terms = variant.normalizes() ? largest(expected.values()) : 0;
        expected.forEach((name, gradient) -> worst.seeRelative(name + " gradient", gradient,
                Floats.doubles(Objects.requireNonNull(actual.get(name))), terms));
    }

    /// A normalisation lets no gradient through by which all its numbers grow together, nor by which all move: where one or two
    /// inputs or units are all that it sees, what is left is a rest that rounding is part of, of terms as large as other gradients.
    private static double largest(Collection<double[]> tensors) {
        return tensors.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    private static void see(Worst worst, String what, double[] expected, float[] actual) {
        worst.seeRelative(what, expected, Floats.doubles(actual));
    }

    private static double[] values(Scalar[] scalars) {
        return Arrays.stream(scalars).mapToDouble(scalar -> scalar.value).toArray();
    }

    private static double[] gradients(Scalar[] scalars) {
        return Arrays.stream(scalars).mapToDouble(Scalar::gradient).toArray();
    }

    private static Tensor filled(Shape shape, double width, SplittableRandom random) {
        Tensor tensor = Tensor.zeros(shape);
        fill(tensor.data(), width, random);
        return tensor;
    }

    private static void fill(float[] values, double width, SplittableRandom random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) random.nextDouble(-width, width);
        }
    }

    @Override
    public String toString() {
        return variant.toString();
    }
}

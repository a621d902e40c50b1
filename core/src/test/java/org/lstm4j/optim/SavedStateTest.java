package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.SavedState.SavedArray;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What an optimizer carries from step to step can be read out and put back.
class SavedStateTest {

    private static final int BEFORE = 7;
    private static final int AFTER = 5;

    @ParameterizedTest
    @MethodSource("org.lstm4j.optim.EveryOptimizer#specs")
    void aResumedRunGivesTheBytesOfAnUnbrokenOne(OptimizerSpec spec) {
        List<Parameter> unbroken = parameters();
        Optimizer optimizer = spec.create(unbroken);
        train(optimizer, 0, BEFORE);
        optimizer.setLearningRate(0.02);
        SavedState saved = optimizer.state();
        List<Parameter> resumed = parameters();
        copyValues(unbroken, resumed);
        train(optimizer, BEFORE, AFTER);

        Optimizer fresh = spec.create(resumed);
        fresh.restore(saved);
        train(fresh, BEFORE, AFTER);

        for (int index = 0; index < unbroken.size(); index++) {
            assertThat(resumed.get(index).value()).isEqualTo(unbroken.get(index).value());
        }
        assertThat(fresh.learningRate()).isEqualTo(0.02);
        assertThat(fresh.state().numbers()).isEqualTo(optimizer.state().numbers());
    }

    @Test
    void namesEveryNumberAndArray() {
        Optimizer optimizer = new Adam(0.01).create(parameters());
        train(optimizer, 0, 2);

        SavedState state = optimizer.state();

        assertThat(state.numbers()).containsOnlyKeys("learning_rate", "beta1_power", "beta2_power");
        assertThat(state.number("beta1_power")).isEqualTo(0.9 * 0.9);
        assertThat(state.arrays()).extracting(SavedArray::toString).containsExactly(
                "mean of 0.weight [outputs 3, features 4]", "mean of 0.bias [features 3]",
                "square of 0.weight [outputs 3, features 4]", "square of 0.bias [features 3]");
        assertThat(state.array("mean", "0.bias").data()).doesNotContain(0f);
    }

    @Test
    void laterStepsDoNotChangeASavedState() {
        Optimizer optimizer = new Adam(0.01).create(parameters());
        train(optimizer, 0, 1);
        SavedState state = optimizer.state();
        float[] before = state.array("mean", "0.bias").data().clone();

        train(optimizer, 1, 1);
        assertThat(state.array("mean", "0.bias").data()).isEqualTo(before);
        optimizer.restore(state);
        train(optimizer, 1, 1);
        assertThat(state.array("mean", "0.bias").data()).isEqualTo(before);
    }

    @Test
    void refusesTheStateOfOtherSettingsAndStaysAsItWas() {
        Optimizer adam = new Adam(0.01).create(parameters());
        train(adam, 0, 1);
        SavedState before = adam.state();
        SavedState amsgrad = new Adam(0.01).withAmsgrad().create(parameters()).state();

        assertThatIllegalArgumentException().isThrownBy(() -> adam.restore(amsgrad))
                .withMessageContaining("received [largest_square of 0.bias [3], largest_square of 0.weight [3, 4]]");
        assertThatIllegalArgumentException().isThrownBy(() -> adam.restore(new Sgd(0.01).create(parameters()).state()))
                .withMessageContaining("beta1_power").withMessageContaining("steps");
        assertThat(adam.state().numbers()).isEqualTo(before.numbers());
        assertThat(adam.state().array("mean", "0.bias").data()).isEqualTo(before.array("mean", "0.bias").data());
    }

    @Test
    void refusesTheStateOfAnotherNetwork() {
        Optimizer adam = new Adam(0.01).create(parameters());
        List<Parameter> wider = List.of(parameters().getFirst(), new Parameter("0.bias", Shape.vector(4)));

        assertThatIllegalArgumentException().isThrownBy(() -> adam.restore(new Adam(0.01).create(wider).state()))
                .withMessageContaining("mean of 0.bias [3]").withMessageContaining("mean of 0.bias [4]");
    }

    /// A file keeps sizes, not what axes are called, nor the order.
    @Test
    void takesAStateAsAFileGivesIt() {
        Optimizer adam = new Adam(0.01).create(parameters());
        train(adam, 0, 1);
        SequencedMap<String, Double> numbers = new LinkedHashMap<>(adam.state().numbers().reversed());
        List<SavedArray> arrays = adam.state().arrays().reversed().stream().map(SavedStateTest::renamed).toList();
        Optimizer fresh = new Adam(0.01).create(parameters());

        fresh.restore(new SavedState(numbers, arrays));

        assertThat(fresh.state().array("mean", "0.bias").data()).isEqualTo(
                adam.state().array("mean", "0.bias").data());
    }

    private static SavedArray renamed(SavedArray array) {
        List<Axis> axes = array.values().shape().axes().stream().map(axis -> new Axis("axis", axis.size())).toList();
        Tensor values = Tensor.of(new Shape(axes), array.values().data());
        return new SavedArray(array.name(), array.parameter(), values);
    }

    private static List<Parameter> parameters() {
        Parameter weight = new Parameter("0.weight", Shape.of(new Axis("outputs", 3), Axis.features(4)));
        Parameter bias = new Parameter("0.bias", Shape.vector(3));
        java.util.Arrays.fill(weight.value(), 0.5f);
        return List.of(weight, bias);
    }

    /// Steps on gradients that depend on the number of the step alone.
    private static void train(Optimizer optimizer, int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            SplittableRandom random = new SplittableRandom(step);
            for (Parameter parameter : optimizer.parameters()) {
                for (int index = 0; index < parameter.gradient().length; index++) {
                    parameter.gradient()[index] = (float) (random.nextDouble() - 0.4);
                }
            }
            optimizer.step();
        }
    }

    private static void copyValues(List<Parameter> from, List<Parameter> to) {
        for (int index = 0; index < from.size(); index++) {
            System.arraycopy(from.get(index).value(), 0, to.get(index).value(), 0, from.get(index).value().length);
        }
    }
}

package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.Adadelta;
import org.lstm4j.optim.Adagrad;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.AdamW;
import org.lstm4j.optim.Adamax;
import org.lstm4j.optim.Lion;
import org.lstm4j.optim.Nadam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.RmsProp;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;

/// The shipped float32 optimizers against the double references, with every setting away from its default: forty steps on
/// gradients that change at random, from weights of two parameters of awkward lengths.
class ShippedOptimizersTest {

    private static final double TOLERANCE = 1e-5;
    private static final int[] LENGTHS = {37, 5};
    private static final int STEPS = 40;

    static Stream<OptimizerSpec> specs() {
        return Stream.of(
                new Sgd(0.05, 0.8).withDampening(0.3).withWeightDecay(0.02),
                new Sgd(0.05, 0.8).withNesterov(),
                new Adam(0.01).withBetas(0.8, 0.95).withEpsilon(1e-3).withWeightDecay(0.1),
                new Adam(0.01).withBetas(0.8, 0.7).withAmsgrad(),
                new AdamW(0.01).withBetas(0.7, 0.9).withWeightDecay(0.3).withEpsilon(1e-4),
                new AdamW(0.01).withBetas(0.7, 0.6).withWeightDecay(0.3).withAmsgrad(),
                new Nadam(0.01),
                new Nadam(0.01).withBetas(0.8, 0.95).withMomentumDecay(0.1).withEpsilon(1e-4).withWeightDecay(0.1),
                new Adamax(0.01),
                new Adamax(0.01).withBetas(0.7, 0.8).withEpsilon(1e-2).withWeightDecay(0.1),
                new RmsProp(0.01).withDecay(0.8).withMomentum(0.4).withEpsilon(1e-3).withWeightDecay(0.1),
                new RmsProp(0.01).withDecay(0.8).withCentering().withEpsilon(1e-3),
                new Adagrad(0.05).withInitialSum(0.1).withLearningRateDecay(0.1).withEpsilon(1e-3)
                        .withWeightDecay(0.1),
                new Adadelta(1),
                new Adadelta(0.5).withDecay(0.8).withEpsilon(1e-3).withWeightDecay(0.1),
                new Lion(0.01),
                new Lion(0.01).withBetas(0.6, 0.8).withWeightDecay(0.5));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void followsItsFormula(OptimizerSpec spec) {
        SplittableRandom random = new SplittableRandom(11);
        List<Parameter> parameters = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        List<double[]> gradients = new ArrayList<>();
        for (int length : LENGTHS) {
            parameters.add(new Parameter("w" + length, Shape.vector(length)));
            weights.add(new double[length]);
            gradients.add(new double[length]);
        }
        Rows.fill(weights, 1, random);
        copy(weights, parameters, false);
        ReferenceOptimizer reference = GoldenOptimizers.reference(spec);
        Optimizer optimizer = spec.create(parameters);

        for (int step = 0; step < STEPS; step++) {
            Rows.fill(gradients, 1, random);
            copy(gradients, parameters, true);
            reference.step(weights, gradients);
            optimizer.step();
        }

        Worst worst = new Worst();
        for (int index = 0; index < LENGTHS.length; index++) {
            Parameter parameter = parameters.get(index);
            worst.seeRelative(parameter.name(), weights.get(index), Floats.doubles(parameter.value()));
            assertThat(parameter.gradient()).as("a gradient is only read").isEqualTo(floats(gradients.get(index)));
        }
        System.out.printf("float32 %s: worst relative error %s%n", spec, worst);
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    private static void copy(List<double[]> rows, List<Parameter> parameters, boolean toGradient) {
        for (int index = 0; index < rows.size(); index++) {
            Parameter parameter = parameters.get(index);
            float[] target = toGradient ? parameter.gradient() : parameter.value();
            Floats.copy(Rows.of(rows.get(index)), target);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        Floats.copy(Rows.of(values), floats);
        return floats;
    }
}

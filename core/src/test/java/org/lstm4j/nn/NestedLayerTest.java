package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Layers that have layers within.
class NestedLayerTest {

    private static final Shape DAYS = Shape.of(new Axis("days", 3), Axis.steps(4), Axis.features(2));

    @Test
    void aLayerRunsOnEveryStepByItself() {
        TimeDistributed layer = new TimeDistributedSpec(new LstmSpec(5)).build("1", DAYS, new RandomStreams(1));
        Tensor input = uniform(DAYS.withBatch(2));
        Tensor output = layer.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input);
        assertThat(output.shape()).hasToString("[batch 2, days 3, units 5]");

        Tensor oneDay = Tensor.of(Shape.sequence(4, 2).withBatch(1), Arrays.copyOfRange(input.data(), 32, 40));
        float[] expected = layer.inner().newPass(oneDay.shape(), PassMode.INFERENCE, Compute.shared()).forward(oneDay)
                .data();
        assertThat(Arrays.copyOfRange(output.data(), 20, 25)).isEqualTo(expected);
    }

    @Test
    void aLayerWithinForgetsItsStateWhenTold() {
        LayerPass pass = new TimeDistributedSpec(new LstmSpec(5).withStateful(true))
                .build("1", DAYS, new RandomStreams(1))
                .newPass(DAYS.withBatch(2), PassMode.INFERENCE, Compute.shared());
        Tensor input = uniform(DAYS.withBatch(2));
        float[] first = pass.forward(input).copy().data();
        assertThat(pass.forward(input).data()).isNotEqualTo(first);
        pass.resetState();
        assertThat(pass.forward(input).data()).isEqualTo(first);
    }

    @Test
    void parametersAreNamedByTheirPath() {
        TimeDistributed layer = new TimeDistributedSpec(new DenseSpec(5)).build("1", DAYS, new RandomStreams(1));
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("1.0.weight", "1.0.bias");
        Residual residual = ResidualSpec.around(new DenseSpec(3), new DenseSpec(5)).withProjection()
                .build("2", Shape.vector(4), new RandomStreams(1));
        assertThat(residual.parameters()).extracting(Parameter::name).containsExactly("2.0.weight", "2.0.bias",
                "2.1.weight", "2.1.bias", "2.projection.weight");
    }

    @Test
    void aResidualLayerRefusesStepsInReverseOrder() {
        LstmSpec backwards = new LstmSpec(2).withReturnSequences(true).withGoBackwards(true);
        Sequential.Builder network = Sequential.input(Shape.sequence(4, 2)).add(ResidualSpec.around(backwards));
        assertThatIllegalArgumentException().isThrownBy(() -> network.build(1))
                .withMessage(
                        "layer \"0 residual\" adds its input to what its layers make of it, step by step, but its lstm"
                                + " layer goes backwards and gives the last step first; leave goBackwards false, or use a"
                                + " bidirectional layer, whose outputs stand at their own steps");
        LayerSpec dilated = ResidualSpec.around(new DilatedSpec(backwards, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dilated.build("0", Shape.sequence(4, 2), new RandomStreams(1)))
                .withMessageContaining("its dilated layer goes backwards");
        LayerSpec daily = ResidualSpec.around(new TimeDistributedSpec(backwards));
        assertThatIllegalArgumentException().isThrownBy(() -> daily.build("0", DAYS, new RandomStreams(1)))
                .withMessageContaining("goes backwards");
    }

    /// The second has the steps in order again.
    @Test
    void aResidualLayerTakesTwoLayersThatGoBackwards() {
        LstmSpec backwards = new LstmSpec(2).withReturnSequences(true).withGoBackwards(true);
        Shape sample = Shape.sequence(4, 2);
        Residual layer = ResidualSpec.around(backwards, backwards).build("0", sample, new RandomStreams(1));
        assertThat(layer.outputShape(sample).sameSizes(sample)).isTrue();
    }

    @Test
    void innerLayersDrawTheirOwnNumbers() {
        Residual residual = ResidualSpec.around(new DenseSpec(4), new DenseSpec(4)).build("2", Shape.vector(4),
                new RandomStreams(1));
        assertThat(residual.parameters().get(0).value()).isNotEqualTo(residual.parameters().get(2).value());
    }

    @Test
    void timeDistributedNeedsSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeDistributedSpec(new DenseSpec(1)).build("1", Shape.vector(2),
                        new RandomStreams(1)))
                .withMessageContaining("\"1 time_distributed\" takes sequences").withMessageContaining("[features 2]");
    }

    @Test
    void aResidualLayerNeedsWhatCanBeAdded() {
        assertThatIllegalArgumentException().isThrownBy(() -> residual(new DenseSpec(3)))
                .withMessageContaining("\"2 residual\" adds [steps 4, features 2]")
                .withMessageContaining("[steps 4, outputs 3]")
                .withMessageContaining("give the last layer 2 units").withMessageContaining("withProjection()");
        assertThatIllegalArgumentException().isThrownBy(() -> residual(new LstmSpec(2)))
                .withMessageContaining("return sequences");
        assertThatIllegalArgumentException().isThrownBy(ResidualSpec::around).withMessageContaining("at least one");
    }

    @Test
    void aResidualLayerAroundAnLstmTrains() {
        Sequential network = Sequential.input(Shape.sequence(4, 2))
                .add(ResidualSpec.around(new LstmSpec(2).withReturnSequences(true)))
                .add(new TimeDistributedSpec(new DenseSpec(1)))
                .build(1);
        SequentialPass pass = network.newPass(network.inputShape().withBatch(3), PassMode.TRAINING_ON_DATA,
                Compute.shared());
        Tensor output = pass.forward(uniform(network.inputShape().withBatch(3)));
        pass.backward(output);
        for (Parameter parameter : network.parameters()) {
            assertThat(parameter.gradient()).as(parameter.name()).doesNotContain(Float.NaN);
            assertThat(Arrays.equals(parameter.gradient(), new float[parameter.gradient().length])).isFalse();
        }
    }

    private static Residual residual(LayerSpec inner) {
        return ResidualSpec.around(inner).build("2", Shape.sequence(4, 2), new RandomStreams(1));
    }

    private static Tensor uniform(Shape shape) {
        RandomStream random = new RandomStreams(1).stream("inputs");
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}

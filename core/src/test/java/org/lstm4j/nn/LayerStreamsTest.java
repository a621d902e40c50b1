package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A layer tells every stream it draws from: a network of another seed whose streams are put where those of the first are draws the
/// same.
class LayerStreamsTest {

    private static final Shape SAMPLE = Shape.sequence(5, 3);
    private static final RecurrentNoise DROPPING = RecurrentNoise.NONE.withRecurrentDropout(0.3f);

    @SuppressWarnings("unused") // by the parameterized test
    private static final List<LayerSpec> DRAWING = List.of(
            new DropoutSpec(0.4f),
            new SpatialDropoutSpec(0.4f),
            new GaussianNoiseSpec(0.1f),
            new LstmSpec(4).withInputDropout(0.4f),
            new LstmSpec(4).withRecurrentDropout(0.4f),
            new LstmSpec(4).withZoneout(0f, 0.4f),
            new GruSpec(4).withNoise(DROPPING),
            new SimpleRnnSpec(4).withNoise(DROPPING),
            new BidirectionalSpec(new LstmSpec(4).withRecurrentDropout(0.3f)),
            new DilatedSpec(new LstmSpec(4).withRecurrentDropout(0.3f), 2),
            new TimeDistributedSpec(new DropoutSpec(0.4f)),
            new ResidualSpec(List.of(new DropoutSpec(0.4f), new GaussianNoiseSpec(0.1f)), false),
            GraphSpec.builder().input("in", SAMPLE).layer("drop", new DropoutSpec(0.4f), "in")
                    .layer("noise", new GaussianNoiseSpec(0.1f), "drop").outputs("noise").build());

    @ParameterizedTest
    @FieldSource("DRAWING")
    void networkWhoseStreamsWereContinuedDrawsTheSame(LayerSpec spec) {
        Sequential one = network(spec, 1);
        Sequential other = network(spec, 2);
        forward(one); // some numbers are drawn
        assertThat(streams(one)).isNotEmpty().allSatisfy(stream -> assertThat(stream.position()).isPositive());
        for (int index = 0; index < streams(one).size(); index++) {
            RandomStream from = streams(one).get(index);
            streams(other).get(index).continueAt(from.key(), from.position());
        }
        float[] expected = forward(one);
        assertThat(forward(other)).isEqualTo(expected);
        assertThat(forward(one)).as("the test sees what is drawn").isNotEqualTo(expected);
    }

    @Test
    void layersThatDrawNothingHaveNoStreams() {
        Sequential network = Sequential.input(SAMPLE).add(new BidirectionalSpec(new LstmSpec(4)))
                .add(new DenseSpec(1)).add(new SoftmaxSpec()).build(1);
        assertThat(streams(network)).isEmpty();
    }

    private static Sequential network(LayerSpec spec, long seed) {
        Sequential network = Sequential.input(SAMPLE).add(spec).build(seed);
        for (Parameter parameter : network.parameters()) {
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] = 0.1f * (index % 7 - 3);
            }
        }
        return network;
    }

    private static List<RandomStream> streams(Sequential network) {
        return network.layers().getFirst().streams();
    }

    private static float[] forward(Sequential network) {
        Tensor input = Tensor.zeros(SAMPLE.withBatch(6));
        java.util.Arrays.fill(input.data(), 1f);
        return network.newPass(input.shape(), PassMode.TRAINING, Compute.shared()).forward(input).data().clone();
    }
}

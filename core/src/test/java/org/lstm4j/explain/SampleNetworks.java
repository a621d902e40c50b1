package org.lstm4j.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Small networks with layers of every kind that explanations have to get through, and samples for them.
final class SampleNetworks {

    static final int STEPS = 5;
    static final int FEATURES = 3;
    static final Shape SAMPLE = Shape.sequence(STEPS, FEATURES);

    private SampleNetworks() {}

    /// Each with two outputs.
    static Map<String, Sequential> all() {
        LstmSpec lstm = new LstmSpec(5);
        Map<String, Sequential> networks = new LinkedHashMap<>();
        put(networks, "lstm", lstm);
        put(networks, "projection", lstm.withProjection(3));
        put(networks, "no bias", lstm.withBias(false));
        put(networks, "peephole", lstm.withPeephole(true));
        put(networks, "normalized", lstm.withLayerNormalization(true));
        put(networks, "activations",
                lstm.withActivation(Activation.SOFTSIGN).withRecurrentActivation(Activation.TANH));
        put(networks, "zoneout", lstm.withZoneout(0.2f, 0.3f));
        put(networks, "zoneout and projection", lstm.withZoneout(0.2f, 0.3f).withProjection(2));
        put(networks, "recurrent dropout", lstm.withInputDropout(0.5f).withRecurrentDropout(0.5f));
        put(networks, "stateful", lstm.withStateful(true));
        put(networks, "backwards", lstm.withGoBackwards(true));
        put(networks, "gru", new GruSpec(4).withNoise(RecurrentNoise.NONE.withZoneout(0.3f, 0f)));
        put(networks, "simple", new SimpleRnnSpec(4));
        put(networks, "dropout", lstm.withReturnSequences(true), new DropoutSpec(0.5f), lstm);
        put(networks, "noise", new GaussianNoiseSpec(0.5f), new SpatialDropoutSpec(0.5f), lstm,
                new ActivityRegularizationSpec(0f, 0.1f));
        put(networks, "bidirectional", new BidirectionalSpec(lstm.withZoneout(0.1f, 0f), MergeMode.CONCATENATE));
        put(networks, "product of directions", new BidirectionalSpec(new GruSpec(4), MergeMode.PRODUCT));
        put(networks, "dilated", new DilatedSpec(lstm.withReturnSequences(true), 2), new LastStepSpec());
        put(networks, "dilated, last step", new DilatedSpec(lstm, 3));
        put(networks, "pooled", lstm.withReturnSequences(true), new LayerNormalizationSpec(),
                new GlobalPoolingSpec(GlobalPoolingSpec.Pooling.AVERAGE));
        put(networks, "residual", ResidualSpec.around(new LstmSpec(3).withReturnSequences(true), new DropoutSpec(0.4f)),
                new FlattenSpec());
        put(networks, "distributed", new TimeDistributedSpec(new DenseSpec(4).withActivation(Activation.GELU)), lstm,
                new RepeatVectorSpec(2), lstm);
        return networks;
    }

    /// One of [#all].
    static Sequential named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    private static void put(Map<String, Sequential> networks, String name, LayerSpec... layers) {
        networks.put(name, lively(Sequential.input(SAMPLE).addAll(List.of(layers)).add(new DenseSpec(2)).build(7)));
    }

    /// With weights that are far from 0, so that nothing is nearly linear.
    static Sequential lively(Sequential network) {
        RandomStream random = new RandomStreams(3).stream("lively");
        for (Parameter parameter : network.parameters()) {
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] += random.nextFloat() - 0.5f;
            }
        }
        return network;
    }

    /// Numbers in [−1, 1).
    static Tensor samples(Shape sample, int count) {
        RandomStream random = new RandomStreams(5).stream("samples");
        Tensor tensor = Tensor.zeros(sample.withBatch(count));
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}

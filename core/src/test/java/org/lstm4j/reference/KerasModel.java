package org.lstm4j.reference;

import java.util.List;
import java.util.Locale;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The networks whose weights and outputs Keras wrote, built of our layers: `golden/keras_*_f32`, each with the name of its constant.
enum KerasModel {
    LSTM_DENSE, STACKED, BIDIRECTIONAL, BIDIRECTIONAL_SUM_SEQUENCES, NO_BIAS_SIGMOID, MASKED, LAYER_NORMALIZATION, GRU, SIMPLE_RNN;

    private List<LayerSpec> layers() {
        LstmSpec lstm = new LstmSpec(12);
        LstmSpec everyStep = lstm.withReturnSequences(true);
        DenseSpec dense = new DenseSpec(1);
        return switch (this) {
            case LSTM_DENSE -> List.of(new LstmSpec(50), dense);
            case STACKED -> List.of(everyStep, new DropoutSpec(0.2f),
                    new LstmSpec(9).withInputDropout(0.1f).withRecurrentDropout(0.1f),
                    new DenseSpec(12).withActivation(Activation.RELU), new DenseSpec(2));
            case BIDIRECTIONAL -> List.of(new BidirectionalSpec(lstm), new DenseSpec(3));
            case BIDIRECTIONAL_SUM_SEQUENCES -> List.of(new BidirectionalSpec(everyStep, MergeMode.SUM),
                    new TimeDistributedSpec(new DenseSpec(2)));
            case NO_BIAS_SIGMOID -> List.of(lstm.withBias(false).withGoBackwards(true)
                    .withActivation(Activation.SOFTSIGN).withRecurrentActivation(Activation.HARD_SIGMOID), dense);
            case MASKED -> List.of(new MaskingSpec(), lstm, dense);
            case LAYER_NORMALIZATION -> List.of(new LayerNormalizationSpec(), everyStep, new LayerNormalizationSpec(),
                    lstm, dense.withActivation(Activation.TANH));
            case GRU -> List.of(new GruSpec(12), dense);
            case SIMPLE_RNN -> List.of(new SimpleRnnSpec(12), dense);
        };
    }

    /// The network with Keras' weights.
    Sequential network() {
        GoldenFile golden = golden();
        Sequential.Builder builder = Sequential.input(input().shape().withoutBatch());
        layers().forEach(builder::add);
        return builder.restore(0, (name, shape) -> parameter(golden, name, shape));
    }

    /// What Keras was given, [samples, steps, features].
    Tensor input() {
        return Floats.sequences(golden().cube("input"));
    }

    /// What Keras said.
    double[] output() {
        return golden().flat("output");
    }

    private GoldenFile golden() {
        return GoldenFile.read("keras_" + name().toLowerCase(Locale.ROOT) + "_f32");
    }

    private static Parameter parameter(GoldenFile golden, String name, Shape shape) {
        Parameter parameter = new Parameter(name, shape);
        Floats.copy(List.of(golden.flat(name)), parameter.value());
        return parameter;
    }
}

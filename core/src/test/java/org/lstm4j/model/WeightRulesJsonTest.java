package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.json.Json;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.nn.weight.L1L2;
import org.lstm4j.nn.weight.MaxNorm;
import org.lstm4j.nn.weight.NonNegative;
import org.lstm4j.nn.weight.UnitNorm;
import org.lstm4j.nn.weight.WeightConstraint;
import org.lstm4j.nn.weight.WeightRegularizer;
import org.lstm4j.tensor.Shape;

/// The rules of weights in model files.
class WeightRulesJsonTest {

    static Stream<LayerSpec> layers() {
        LstmSpec lstm = new LstmSpec(3).withKernelRegularizer(new L1L2(0.1, 0.2))
                .withRecurrentConstraint(new UnitNorm())
                .withBiasRegularizer(WeightRegularizer.l1(0.3));
        return Stream.of(lstm,
                new BidirectionalSpec(lstm),
                new GruSpec(2).withRecurrentRegularizer(WeightRegularizer.l2(1e-5)).withBiasConstraint(new MaxNorm(2)),
                new SimpleRnnSpec(2).withKernelConstraint(new NonNegative()),
                new DenseSpec(2).withKernelConstraint(new MaxNorm(0.3)).withBiasRegularizer(new L1L2(1, 2)),
                new EmbeddingSpec(4, 2).withKernelRegularizer(new L1L2(1, 2)).withKernelConstraint(new UnitNorm()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void comeBackAsTheyWereWritten(LayerSpec layer) {
        assertThat(LayerJson.read(Json.parse(Json.write(LayerJson.write(layer))))).isEqualTo(layer);
    }

    @Test
    void areWrittenInKerasWords() {
        LayerSpec layer = new DenseSpec(1).withKernelRegularizer(WeightRegularizer.l2(0.25))
                .withBiasConstraint(new NonNegative());
        assertThat(Json.write(LayerJson.write(layer))).isEqualTo(
                "{\"kind\":\"dense\",\"units\":1,\"activation\":\"linear\",\"initialization\":\"keras\","
                        + "\"kernel_regularizer\":{\"kind\":\"l1_l2\",\"l1\":0.0,\"l2\":0.25},"
                        + "\"bias_constraint\":{\"kind\":\"non_negative\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "kernel_regularizer":{"kind":"own"}              | regularizers of kind 'own'; it knows [l1_l2]
            "kernel_regularizer":{"kind":"l1_l2","l1":1}     | l2
            "kernel_regularizer":{"kind":"l1_l2","l1":-1,"l2":0} | l1 must be a number of at least 0, but was -1.0
            "kernel_constraint":{"kind":"own"}               | it knows [max_norm, unit_norm, non_negative]
            "kernel_constraint":{"kind":"max_norm","maximum":0} | maximum norm must be a number above 0, but was 0.0
            "kernel_constraint":{"kind":"unit_norm","axis":0}   | constraint has the member 'axis'
            "recurrent_constraint":{"kind":"unit_norm"}      | this dense layer has no recurrent weights
            "kernel_rule":{}                                 | dense has the member 'kernel_rule'
            """)
    void refusesWhatCannotBe(String member, String message) {
        String json = "{\"kind\":\"dense\",\"units\":1,\"activation\":\"linear\",\"initialization\":\"keras\"," + member
                + "}";
        assertThatIllegalArgumentException().isThrownBy(() -> LayerJson.read(Json.parse(json)))
                .withMessageContaining(message);
    }

    @Test
    void refusesRulesThatFilesDoNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerJson.write(new DenseSpec(1).withKernelRegularizer(new Own())))
                .withMessage("model files do not know regularizers of kind 'own'; use one of org.lstm4j.nn.weight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerJson.write(new DenseSpec(1).withKernelConstraint(new Own())))
                .withMessage("model files do not know constraints of kind 'own'; use one of org.lstm4j.nn.weight");
    }

    private record Own() implements WeightRegularizer, WeightConstraint {

        @Override
        public String name() {
            return "own";
        }

        @Override
        public double penalty(float[] weights) {
            return 0;
        }

        @Override
        public void addGradient(float[] weights, float[] gradient) {}

        @Override
        public void apply(float[] weights, Shape shape) {}
    }
}

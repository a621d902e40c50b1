package org.lstm4j.nn.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// Rules reach the parameters of their role, however the layer is made and wherever it stands.
class WeightRulesTest {

    private static final WeightRegularizer KERNEL = WeightRegularizer.l1(1);
    private static final WeightRegularizer RECURRENT = WeightRegularizer.l1(2);
    private static final WeightRegularizer BIAS = WeightRegularizer.l1(3);
    private static final WeightConstraint UNIT = new UnitNorm();
    private static final Shape SAMPLE = Shape.sequence(4, 1);

    private static <S extends RuledSpec<S>> S ruled(S spec) {
        return spec.withKernelRegularizer(KERNEL).withRecurrentRegularizer(RECURRENT).withBiasRegularizer(BIAS)
                .withKernelConstraint(UNIT).withRecurrentConstraint(new MaxNorm(2))
                .withBiasConstraint(new NonNegative());
    }

    static Stream<LayerSpec> recurrentLayers() {
        LstmSpec lstm = ruled(new LstmSpec(3));
        return Stream.of(lstm, ruled(new GruSpec(3)), ruled(new SimpleRnnSpec(3)), lstm.withProjection(2),
                lstm.withReturnSequences(true).withPeephole(true).withRecurrentDropout(0.1f).withStateful(true),
                new BidirectionalSpec(lstm),
                ResidualSpec.around(ruled(new GruSpec(1)).withReturnSequences(true)));
    }

    @ParameterizedTest
    @MethodSource("recurrentLayers")
    void reachTheWeightsOfRecurrentLayers(LayerSpec spec) {
        requireRules(spec.build("0", SAMPLE, new RandomStreams(1)).parameters());
        requireRules(spec.restore("0", SAMPLE, new RandomStreams(1), Parameter::new).parameters());
    }

    private static void requireRules(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            String name = parameter.name();
            WeightRule expected = name.contains("weight_ih")
                    ? new WeightRule(KERNEL, UNIT)
                    : name.contains("weight_hh")
                            ? new WeightRule(RECURRENT, new MaxNorm(2))
                            : name.contains("bias") ? new WeightRule(BIAS, new NonNegative()) : WeightRule.NONE;
            assertThat(parameter.regularizer()).as(name).isEqualTo(expected.regularizer());
            assertThat(parameter.constraint()).as(name).isEqualTo(expected.constraint());
        }
    }

    @Test
    void reachWeightsAndBiasOfADenseLayer() {
        DenseSpec spec = new DenseSpec(2).withKernelRegularizer(KERNEL).withBiasConstraint(UNIT);
        List<Parameter> parameters = new TimeDistributedSpec(spec).build("0", SAMPLE, new RandomStreams(1))
                .parameters();
        assertThat(parameters.getFirst().regularizer()).isEqualTo(KERNEL);
        assertThat(parameters.getFirst().constraint()).isNull();
        assertThat(parameters.getLast().regularizer()).isNull();
        assertThat(parameters.getLast().constraint()).isEqualTo(UNIT);
    }

    @Test
    void reachTheTableOfAnEmbedding() {
        Parameter table = new EmbeddingSpec(5, 2).withKernelRegularizer(KERNEL).withKernelConstraint(UNIT)
                .build("0", SAMPLE, new RandomStreams(1)).table();
        assertThat(table.regularizer()).isEqualTo(KERNEL);
        assertThat(table.constraint()).isEqualTo(UNIT);
    }

    @Test
    void stayWhenOtherSettingsChange() {
        assertThat(ruled(new LstmSpec(3)).withReturnSequences(true).withZoneout(0.1f, 0.1f).weightRules())
                .isEqualTo(ruled(new LstmSpec(3)).weightRules());
        assertThat(ruled(new GruSpec(3)).withReturnSequences(true).weightRules())
                .isEqualTo(ruled(new GruSpec(3)).weightRules());
        assertThat(new DenseSpec(3).withKernelRegularizer(KERNEL).withBiasRegularizer(BIAS).withoutBias().weightRules())
                .isEqualTo(WeightRules.NONE.withKernel(WeightRule.NONE.withRegularizer(KERNEL)));
    }

    @Test
    void sharesWeightsBetweenAParameterWithAndWithoutRule() {
        Parameter plain = new Parameter("0.weight", Shape.vector(2));
        Parameter ruled = plain.withRule(WeightRule.NONE.withConstraint(UNIT));
        assertThat(ruled.value()).isSameAs(plain.value());
        assertThat(ruled.gradient()).isSameAs(plain.gradient());
        assertThat(ruled.name()).isEqualTo("0.weight");
    }

    @Test
    void refusesRulesForWeightsThatALayerDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DenseSpec(2).withRecurrentConstraint(UNIT))
                .withMessage(
                        "this dense layer has no recurrent weights, but a rule for it: WeightRule[regularizer=null,"
                                + " constraint=UnitNorm[]]; leave its regularizer and constraint out");
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingSpec(2, 3).withBiasRegularizer(BIAS))
                .withMessage("this embedding layer has no bias, but a rule for it: WeightRule[regularizer=L1L2[l1=3.0,"
                        + " l2=0.0], constraint=null]; leave its regularizer and constraint out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LstmSpec(2).withBias(false).withBiasRegularizer(BIAS))
                .withMessageStartingWith("this lstm layer has no bias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GruSpec(2).withBiasRegularizer(BIAS).withBias(false))
                .withMessageStartingWith("this gru layer has no bias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimpleRnnSpec(2).withBiasRegularizer(BIAS).withBias(false))
                .withMessageStartingWith("this simple_rnn layer has no bias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseSpec(2).withoutBias().withBiasConstraint(UNIT))
                .withMessageStartingWith("this dense layer has no bias");
    }
}

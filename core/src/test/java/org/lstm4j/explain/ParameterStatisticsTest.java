package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.json.Json;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.Model;
import org.lstm4j.train.Samples;

class ParameterStatisticsTest {

    /// By hand: −3, 1, 0, 0.002, 2.
    @Test
    void numbersAreThoseOfTheFormulas() {
        float[] values = {99f, -3f, 1f, 0f, 0.002f, 1.998f, 99f};
        ArrayStatistics of = ArrayStatistics.of(values, 1, 6);
        assertThat(of.count()).isEqualTo(5);
        assertThat(of.mean()).isCloseTo(0, within(1e-7));
        assertThat(of.norm()).isCloseTo(Math.sqrt(9 + 1 + 0.000004 + 3.992004), within(1e-6));
        assertThat(of.standardDeviation()).isCloseTo(of.norm() / Math.sqrt(5), within(1e-6));
        assertThat(of.least()).isEqualTo(-3);
        assertThat(of.most()).isCloseTo(1.998, within(1e-6));
        assertThat(of.nearZero()).isEqualTo(0.4);
        assertThat(ArrayStatistics.of(values, 2, 2)).isEqualTo(new ArrayStatistics(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void showsThatTheForgetGatesBiasIsOne() {
        Sequential network = Sequential.input(SampleNetworks.SAMPLE).add(new LstmSpec(4)).add(new DenseSpec(1))
                .build(1);
        List<ParameterStatistics> all = ParameterStatistics.of(network);
        assertThat(all).extracting(one -> one.parameter() + " " + one.gate()).startsWith("0.weight_ih_l0 ",
                "0.weight_ih_l0 input gate", "0.weight_ih_l0 forget gate", "0.weight_ih_l0 candidate",
                "0.weight_ih_l0 output gate", "0.weight_hh_l0 ").endsWith("1.weight ", "1.bias ");
        assertThat(means(all, "0.bias_l0")).containsExactly(0.25, 0.0, 1.0, 0.0, 0.0);
        assertThat(all.get(1).values().count()).isEqualTo(12);
        assertThat(all.getFirst().values().count()).isEqualTo(48);
        assertThat(Json.write(all.get(12).toJson())).startsWith("{\"parameter\":\"0.bias_l0\",\"shape\":\"[gates 16]\","
                + "\"gate\":\"forget gate\",\"values\":{\"count\":4,\"mean\":1.0,\"standard_deviation\":0.0,\"min\":1.0,");
    }

    private static List<Double> means(List<ParameterStatistics> all, String parameter) {
        return all.stream().filter(one -> one.parameter().equals(parameter)).map(one -> one.values().mean()).toList();
    }

    @Test
    void findsGatesInLayersWithinLayers() {
        Sequential network = Sequential.input(SampleNetworks.SAMPLE)
                .add(ResidualSpec
                        .around(new BidirectionalSpec(new GruSpec(3).withReturnSequences(true), MergeMode.SUM)))
                .add(new SimpleRnnSpec(2)).build(1);
        List<ParameterStatistics> all = ParameterStatistics.of(network);
        assertThat(all.stream().filter(one -> one.parameter().endsWith("bias_l0_reverse"))
                .map(ParameterStatistics::gate)).containsExactly("", "reset gate", "update gate", "candidate",
                        "candidate, from the state");
        assertThat(all.stream().filter(one -> one.parameter().startsWith("1.")).map(ParameterStatistics::gate))
                .as("of a simple layer").containsExactly("", "", "");
    }

    @Test
    void gradientsAreThoseOfTheLossAndLeaveTheNetworkAlone() {
        Sequential network = SampleNetworks.named("lstm");
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 6);
        Tensor targets = Tensor.zeros(Shape.vector(2).withBatch(6));
        List<GradientStatistics> all = GradientStatistics.of(network, samples, targets, new MeanSquaredError(),
                Compute.shared());
        assertThat(network.parameters()).allSatisfy(parameter -> assertThat(parameter.gradient()).containsOnly(0f));
        backward(network, samples, targets);
        for (Parameter parameter : network.parameters()) {
            GradientStatistics whole = all.stream()
                    .filter(one -> one.parameter().equals(parameter.name()) && one.gate().isEmpty()).findFirst()
                    .orElseThrow();
            ArrayStatistics expected = ArrayStatistics.of(parameter.gradient(), 0, parameter.gradient().length);
            assertThat(whole.values()).isEqualTo(expected);
            assertThat(whole.ratio()).isEqualTo(
                    expected.norm() / ArrayStatistics.of(parameter.value(), 0, parameter.value().length).norm());
        }
        assertThat(all).extracting(GradientStatistics::gate).contains("forget gate");
    }

    private static void backward(Sequential network, Tensor samples, Tensor targets) {
        SequentialPass pass = network.newPass(samples.shape(), PassMode.TRAINING_ON_DATA, Compute.shared());
        Tensor said = pass.forward(samples);
        Tensor gradient = Tensor.zeros(said.shape());
        new MeanSquaredError().gradient(said, targets, gradient);
        pass.backward(gradient);
    }

    /// With a learning rate of almost 0 every epoch has the gradient of the first.
    @Test
    void aRecorderKeepsTheNormsOfEveryEpoch() {
        Sequential network = SampleNetworks.named("lstm");
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 6);
        Tensor targets = Tensor.zeros(Shape.vector(2).withBatch(6));
        double expected = GradientStatistics.of(network, samples, targets, new MeanSquaredError(), Compute.shared())
                .getFirst().values().norm();
        GradientRecorder recorder = new GradientRecorder();
        Model.compile(network, new Sgd(1e-30), new MeanSquaredError()).fit(Samples.of(samples, targets),
                FitOptions.epochs(3).withBatchSize(6), recorder);
        assertThat(recorder.norms("0.weight_ih_l0")).containsExactly(
                new double[]{expected, expected, expected}, within(1e-6 * expected));
        assertThat(recorder.parameters()).containsExactlyElementsOf(
                network.parameters().stream().map(Parameter::name).toList());
        assertThatIllegalArgumentException().isThrownBy(() -> recorder.norms("weight"))
                .withMessageStartingWith("no parameter is called 'weight'; there are [0.weight_ih_l0, ");
    }
}

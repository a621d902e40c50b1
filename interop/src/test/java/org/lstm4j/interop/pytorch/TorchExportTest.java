package org.lstm4j.interop.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class TorchExportTest {

    @TempDir
    Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(Steps.FINAL, List.of(new LstmSpec(7), new DenseSpec(2))),
                Arguments.of(Steps.FINAL,
                        List.of(new LstmSpec(7).withReturnSequences(true), new LayerNormalizationSpec(1e-5f),
                                new LstmSpec(6).withProjection(3).withBias(false), new DenseSpec(2).withoutBias())),
                Arguments.of(Steps.ALL, List.of(new BidirectionalSpec(new LstmSpec(5).withReturnSequences(true)),
                        new DenseSpec(2))),
                Arguments.of(Steps.FINAL, List.of(new BidirectionalSpec(new GruSpec(5)), new DenseSpec(2))),
                Arguments.of(Steps.FINAL, List.of(new GruSpec(5).withBias(false), new DenseSpec(2))),
                Arguments.of(Steps.FINAL, List.of(new SimpleRnnSpec(5), new DenseSpec(2))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void comesBackAsTheSameNetwork(Steps steps, List<LayerSpec> layers) {
        Sequential network = network(layers.toArray(LayerSpec[]::new));
        Path file = folder.resolve("m.safetensors");
        TorchExport.of(network).write(file);

        Sequential read = ModelImport.read(file, ImportOptions.NONE.withSteps(steps)).network();
        Tensor input = input();
        assertThat(Predictor.of(read).predict(input).data())
                .containsExactly(Predictor.of(network).predict(input).data());
    }

    @Test
    void printsTheProgramThatLoadsIt() {
        Sequential network = network(new LstmSpec(7).withReturnSequences(true), new BidirectionalSpec(new GruSpec(4)),
                new DenseSpec(2).withActivation(Activation.RELU));

        assertThat(TorchExport.of(network).python("a \"b\".safetensors")).isEqualTo("""
                import torch
                from safetensors.torch import load_file
                from torch import nn
                from torch.nn import functional as F


                class Model(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.lstm_0 = nn.LSTM(3, 7, batch_first=True)
                        self.bidirectional_1 = nn.GRU(7, 4, batch_first=True, bidirectional=True)
                        self.dense_2 = nn.Linear(8, 2)

                    def forward(self, x):  # [batch, steps, features]
                        x, _ = self.lstm_0(x)
                        x, _ = self.bidirectional_1(x)
                        x = torch.cat([x[:, -1, :4], x[:, 0, 4:]], -1)
                        x = torch.relu(self.dense_2(x))
                        return x


                model = Model()
                model.load_state_dict(load_file("a \\"b\\".safetensors"))
                model.eval()
                """);
    }

    @Test
    void equalNetworksGiveEqualBytes() throws IOException {
        TorchExport.of(network(new LstmSpec(7))).write(folder.resolve("a"));
        TorchExport.of(network(new LstmSpec(7))).write(folder.resolve("b"));

        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(Files.readAllBytes(folder.resolve("b")));
    }

    @Test
    void refusesWhatPyTorchHasNot() {
        Map<String, LayerSpec> refused = new java.util.LinkedHashMap<>();
        refused.put("peepholes", new LstmSpec(3).withPeephole(true));
        refused.put("layer normalisation within the cell", new LstmSpec(3).withLayerNormalization(true));
        refused.put("the activation softsign", new LstmSpec(3).withActivation(Activation.SOFTSIGN));
        refused.put("the activation hard_sigmoid", new GruSpec(3).withRecurrentActivation(Activation.HARD_SIGMOID));
        refused.put("the activation sigmoid", new SimpleRnnSpec(3).withActivation(Activation.SIGMOID));
        refused.put("zoneout", new GruSpec(3).withNoise(RecurrentNoise.NONE.withZoneout(0.1f, 0f)));
        refused.put("a state that is kept from batch to batch", new LstmSpec(3).withStateful(true));
        refused.put("directions that differ", new BidirectionalSpec(new LstmSpec(3), new GruSpec(3),
                org.lstm4j.nn.recurrent.MergeMode.CONCATENATE));
        refused.forEach((why, layer) -> assertThatThrownBy(() -> TorchExport.of(network(layer)))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("layer \"0 " + layer.kind() + "\"")
                .hasMessageContaining("cannot be written as PyTorch: it has " + why + ", which PyTorch has not"));
    }

    private static Sequential network(LayerSpec... layers) {
        Sequential network = Sequential.input(Shape.sequence(9, 3)).addAll(List.of(layers)).build(7);
        network.parameters().forEach(parameter -> {
            var random = new RandomStreams(3).stream(parameter.name());
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] += random.nextFloat() - 0.5f; // biases that are not 0
            }
        });
        return network;
    }

    private static Tensor input() {
        Tensor input = Tensor.zeros(Shape.sequence(9, 3).withBatch(4));
        var random = new RandomStreams(5).stream("input");
        for (int index = 0; index < input.data().length; index++) {
            input.data()[index] = random.nextFloat() * 2 - 1;
        }
        return input;
    }
}

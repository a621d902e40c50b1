package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// Files whose bytes are as they were written, but which say what cannot be used.
class ModelContentTest {

    private static final String DENSE = "{\"kind\":\"dense\",\"units\":4,\"activation\":\"linear\",\"initialization\":\"keras\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    {"kind":"conv_lstm","units":4}                                                                  | layer 0: this version does not know layers of kind 'conv_lstm'
                    {"kind":"java.lang.Runtime"}                                                              | kind 'java.lang.Runtime'
                    {"units":4}                                                                               | layer 0: member 'kind' is missing
                    {"kind":"dropout"}                                                                        | member 'rate' is missing
                    {"kind":"dropout","rate":1.5}                                                             | dropout rate
                    {"kind":"dropout","rate":null}                                                            | dropout rate
                    {"kind":"dropout","rate":"0.5"}                                                           | expected a number
                    {"kind":"dropout","rate":0.5,"seed":1}                                                    | member 'seed'
                    {"kind":"lstm","units":0,"return_sequences":false,"initialization":"keras"}               | units must be
                    {"kind":"lstm","units":1073741824,"return_sequences":false,"initialization":"keras"}      | units must be
                    {"kind":"lstm","units":2.5,"return_sequences":false,"initialization":"keras"}             | whole number
                    {"kind":"lstm","units":99999999999,"return_sequences":false,"initialization":"keras"}     | whole number
                    {"kind":"lstm","units":4,"return_sequences":0,"initialization":"keras"}                   | true or false
                    {"kind":"lstm","units":4,"return_sequences":false,"initialization":"KERAS"}               | unknown setting 'KERAS'
                    {"kind":"dense","units":4,"activation":"relu7","initialization":"keras"}                  | unknown setting 'relu7'
                    {"kind":"dense","units":2000000000,"activation":"relu","initialization":"keras"}          | more elements than
                    {"kind":"dense","units":4,"activation":"relu","initialization":"keras","bias":false}      | member 'bias'
                    {"kind":"dense","units":4,"activation":"relu","initialization":"keras","use_bias":0}      | true or false
                    {"kind":"dense","units":4,"activation":"relu","initialization":"keras","weight_initializer":{"kind":"lucky"}} | initialisers of kind 'lucky'
                    {"kind":"dense","units":4,"activation":"relu","initialization":"keras","weight_initializer":{"kind":"constant","value":1,"x":2}} | initialiser has the member 'x'
                    {"kind":"dense","units":4,"activation":"relu","initialization":"keras","weight_initializer":{"kind":"constant","value":null}} | value must be a finite
                    {"kind":"dense","units":4,"activation":"relu","initialization":"keras","use_bias":false,"bias_initializer":{"kind":"constant","value":1}} | without bias
                    {"kind":"layer_normalization"}                                                            | member 'epsilon' is missing
                    {"kind":"layer_normalization","epsilon":0}                                                | epsilon must be above 0
                    {"kind":"layer_normalization","epsilon":0.1,"axis":1}                                     | member 'axis'
                    {"kind":"embedding","vocabulary":0,"units":1,"initializer":{"kind":"constant","value":1}} | vocabulary must be
                    {"kind":"activation","activation":"softmax"}                                              | unknown setting 'softmax'
                    {"kind":"softmax","logarithm":1}                                                          | true or false
                    {"kind":"flatten","order":"C"}                                                            | member 'order'
                    {"kind":"last_step","steps":1}                                                            | member 'steps'
                    {"kind":"reshape","shape":[{"axis":"a","size":0}]}                                        | an axis of the shape must have size 1
                    {"kind":"reshape","shape":[{"axis":"a","size":3}]}                                        | "0 reshape" makes [a 3]
                    {"kind":"repeat_vector","steps":-1}                                                       | steps must be at least 1
                    {"kind":"global_pooling","pooling":"median"}                                              | unknown setting 'median'
                    {"kind":"spatial_dropout","rate":1}                                                       | spatial dropout rate
                    {"kind":"gaussian_noise","standard_deviation":-1}                                         | standard deviation
                    {"kind":"lstm","units":4,"return_sequences":false,"initialization":"keras","projection":4}  | projection must be below the units
                    {"kind":"lstm","units":4,"return_sequences":false,"initialization":"keras","cell_zoneout":2} | zoneout of the cell state
                    {"kind":"lstm","units":4,"return_sequences":false,"initialization":"keras","activation":"gelu"} | cannot be gelu
                    {"kind":"gru","units":4,"return_sequences":false,"initialization":"keras","cell_zoneout":0.5} | which this version does not know
                    {"kind":"masking","value":"0"}                                                            | expected
                    {"kind":"bidirectional","forward":{"kind":"flatten"},"backward":{"kind":"flatten"},"merge":"sum"} | must be recurrent
                    {"kind":"dilated","layer":{"kind":"flatten"},"dilation":2}                                | must be recurrent
                    {"kind":"dilated","layer":{"kind":"simple_rnn","units":4,"return_sequences":true,"initialization":"keras"},"dilation":0} | at least 1 step
                    {"kind":"time_distributed","layer":{"kind":"conv_lstm"}}                                        | layers of kind 'conv_lstm'
                    {"kind":"time_distributed","layer":{"kind":"time_distributed","layer":{"kind":"flatten"}}} | "0.0 time_distributed" takes sequences
                    {"kind":"residual","layers":[],"projects":false}                                          | at least one layer
                    {"kind":"residual","layers":[{"kind":"flatten"},{"kind":"dropout","rate":7}],"projects":false} | layer 0: layer 1: dropout rate
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":["a"]}],"outputs":["b"],"x":1} | graph has the member 'x'
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":["a"]}],"outputs":[]} | one or more of its nodes [b]
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":["c"]}],"outputs":["b"]} | node "b" reads "c", but before it there are only [a]
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":[]}],"outputs":["b"]} | node 'b': a layer reads one input or node, but this one 0
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","layer":{"kind":"conv_lstm"},"reads":["a"]}],"outputs":["b"]} | node 'b': this version does not know layers of kind 'conv_lstm'
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":["a"],"x":1}],"outputs":["b"]} | node 'b': node with a layer has the member 'x'
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","merge":"add","reads":["a","a"],"layer":{"kind":"flatten"}}],"outputs":["b"]} | node 'b': node with a merge has the member 'layer'
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","merge":"dot","reads":["a","a"]}],"outputs":["b"]} | node 'b': unknown setting 'dot'
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b","merge":"add","reads":["a"]}],"outputs":["b"]} | is to add [a], but that takes two or more
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b\\nc","merge":"add","reads":["a","a"]}],"outputs":["b"]} | must not be empty or have control characters
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"steps","size":3},{"axis":"features","size":2}]}],"nodes":[{"name":"b.c","merge":"add","reads":["a","a"]}],"outputs":["b"]} | "b.c" cannot be the name
                    {"kind":"graph","inputs":[],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":["a"]}],"outputs":["b"]} | at least one part
                    {"kind":"graph","inputs":[{"name":"a","shape":[]}],"nodes":[{"name":"b","layer":{"kind":"flatten"},"reads":["a"]}],"outputs":["b"]} | "a" must be of at least one number
                    {"kind":"graph","inputs":[{"name":"a","shape":[{"axis":"features","size":4}]},{"name":"c","shape":[{"axis":"features","size":2000000000}]}],"nodes":[{"name":"b","merge":"concatenate","reads":["a","c"]}],"outputs":["b"]} | the parts [a, c] stand end to end in [features 2000000004]
                    7                                                                                         | expected an object
                    """)
    void refusesLayersItDoesNotKnow(String layer, String reason) {
        assertRefused(Forged.model(layer).writeTo(folder), reason);
    }

    @Test
    void refusesNetworksThatCannotBeBuilt() {
        assertRefused(Forged.model("").writeTo(folder), "at least one layer");
        String lstm = "{\"kind\":\"lstm\",\"units\":1,\"return_sequences\":false,\"initialization\":\"keras\"}";
        Path twoInARow = Forged.model(lstm + "," + lstm).tensor("0.weight_ih_l0", 4L, 2L)
                .tensor("0.weight_hh_l0", 4L, 1L).tensor("0.bias_l0", 4L).writeTo(folder);
        assertRefused(twoInARow, "takes sequences");
    }

    @Test
    void namesWeightsThatAreMissingForeignOrOfAnotherShape() {
        assertRefused(Forged.model(DENSE).tensor("0.weight", 4L, 2L).writeTo(folder),
                "the weights '0.bias' are missing; expected shape [outputs 4]");
        assertRefused(dense().tensor("1.bias", 1L).writeTo(folder), "the tensor '1.bias' belongs to no layer");
        assertRefused(Forged.model(DENSE).tensor("0.weight", 2L, 4L).tensor("0.bias", 4L).writeTo(folder),
                "'0.weight' do not fit the layer; expected F32 of shape [outputs 4, features 2];"
                        + " received F32 of shape [2, 4]");
    }

    /// 1.6 GB of weights in a file of a few hundred bytes, read in a smaller heap.
    @Test
    void allocatesNothingForWeightsThatAreNotThere() {
        String large = "{\"kind\":\"lstm\",\"units\":20000,\"return_sequences\":false,\"initialization\":\"keras\"}";
        Path file = Forged.model(large).tensor("0.weight_ih_l0", 80_000L, 2L).tensor("0.weight_hh_l0", 1L, 1L)
                .tensor("0.bias_l0", 80_000L).writeTo(folder);
        assertRefused(file, "'0.weight_hh_l0' do not fit the layer");
    }

    @Test
    void saysWhichReleaseANewerFileNeeds() {
        assertRefused(
                dense().metadata(ModelHeader.VERSION, "7").metadata(ModelHeader.REQUIRES, "2.3.0").writeTo(folder),
                "expected format version 1 or older; received format version 7; use lstm4j 2.3.0 or later");
        assertRefused(dense().metadata(ModelHeader.VERSION, "7").metadata(ModelHeader.REQUIRES, "\u001b[2J evil")
                .writeTo(folder), "use a later release of lstm4j");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.0", "one", "9999999999", "''"})
    void refusesVersionsThatAreNoNumbers(String version) {
        assertRefused(dense().metadata(ModelHeader.VERSION, version).writeTo(folder), "is not a number");
    }

    @Test
    void refusesSafetensorsFilesOfOtherTools() {
        assertRefused(new Forged().tensor("fc.weight", 1L).writeTo(folder), "not a model of lstm4j");
    }

    @Test
    void refusesFilesWithoutChecksumOrNetwork() {
        SafetensorsHeader noChecksum = SafetensorsHeader.builder().metadata(ModelHeader.VERSION, "1").metadata("a", "1")
                .build();
        assertRefused(Forged.file(folder, noChecksum.toBytes()), "the checksum is missing");
        assertRefused(new Forged().metadata(ModelHeader.VERSION, "1").writeTo(folder), "no metadata 'lstm4j.network'");
        assertRefused(dense().metadata("lstm4j.magic", "{}").writeTo(folder), "unknown metadata 'lstm4j.magic'");
    }

    @Test
    void refusesSectionsThatAreNotJson() {
        assertRefused(dense().metadata("scaler", "{").writeTo(folder), "metadata 'scaler' is not valid JSON");
        assertRefused(dense().metadata("scaler", "[".repeat(100_000)).writeTo(folder), "metadata 'scaler'");
        assertRefused(dense().metadata("scaler", "1 2").writeTo(folder), "metadata 'scaler'");
    }

    @Test
    void refusesMetadataTooLargeForTheHeap() {
        int characters = (int) (Runtime.getRuntime().maxMemory() / 128 + 1);
        assertRefused(dense().metadata("scaler", " ".repeat(characters)).writeTo(folder), "give Java more memory");
    }

    @Test
    void refusesToWriteLayersThatFilesDoNotKnow() {
        Path file = folder.resolve("own.lstm4j");
        ModelFile own = ModelFile.of(Sequential.input(Shape.vector(2)).add(new OwnSpec()).build(1));
        assertThatIllegalArgumentException().isThrownBy(() -> own.write(file)).withMessageContaining("kind 'own'");
        assertThat(Files.exists(file)).isFalse();
    }

    /// Nested so deep that building it would overflow the stack, if the reader of JSON let it through.
    @Test
    void refusesLayersThatAreNestedTooDeep() {
        int depth = 100_000;
        String layer = "{\"kind\":\"time_distributed\",\"layer\":".repeat(depth) + "{\"kind\":\"flatten\"}"
                + "}".repeat(depth);
        assertRefused(Forged.model(layer).writeTo(folder), "metadata 'lstm4j.network'");
    }

    private static Forged dense() {
        return Forged.model(DENSE).tensor("0.weight", 4L, 2L).tensor("0.bias", 4L);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file.toString()).hasMessageContaining(reason);
    }

    /// A layer of the user's own: dropout under another name.
    private record OwnSpec() implements LayerSpec {

        @Override
        public String kind() {
            return "own";
        }

        @Override
        public Layer build(String place, Shape inputShape, RandomStreams streams) {
            return new Own(new DropoutSpec(0).build(place, inputShape, streams));
        }

        @Override
        public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
            return build(place, inputShape, streams);
        }
    }

    private record Own(Layer inner) implements Layer {

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public LayerSpec spec() {
            return new OwnSpec();
        }

        @Override
        public Shape inputShape() {
            return inner.inputShape();
        }

        @Override
        public Shape outputShape(Shape inputShape) {
            return inner.outputShape(inputShape);
        }

        @Override
        public List<Parameter> parameters() {
            return inner.parameters();
        }

        @Override
        public LayerPass newPass(Shape batchShape, PassMode mode,
                Compute compute) {
            return inner.newPass(batchShape, mode, compute);
        }
    }
}

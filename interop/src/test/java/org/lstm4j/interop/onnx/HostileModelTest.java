package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.protobuf.ProtobufWriter;
import org.lstm4j.tensor.Shape;

/// Files that were damaged, or made to do harm, cost a ModelFileException at most.
final class HostileModelTest {

    private static final int INT64 = 7;

    @Test
    void everyTruncationIsNoticedOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(Fixture.file("lstm_last_13"));
        for (int length = 0; length < whole.length; length++) {
            readOrRefuse(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void everyBitFlipOfAPyTorchModelIsNoticedOrHarmless() throws IOException {
        flipBits(Files.readAllBytes(Fixture.file("gru_no_bias")), 1);
    }

    @Test
    void bitFlipsOfAModelOfOursAreNoticedOrHarmless() {
        flipBits(OnnxWriter.toBytes(Sequential.input(Shape.sequence(4, 1)).add(new LayerNormalizationSpec())
                .add(new BidirectionalSpec(new LstmSpec(1)))
                .add(new DenseSpec(1).withActivation(Activation.GELU)).build(1), ExportOptions.PLAIN), 7);
    }

    /// One bit at a time, of every so many.
    private static void flipBits(byte[] bytes, int every) {
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += every) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            readOrRefuse(bytes);
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(read(bytes).network().layers()).isNotEmpty();
        } catch (ModelFileException e) {
            assertThat(e).hasMessageContaining("model");
        }
    }

    @Test
    void refusesWhatIsNoModel() {
        assertRefused(new byte[0], "no ONNX model");
        assertRefused("{\"layers\": []}".getBytes(StandardCharsets.US_ASCII), "at byte");
    }

    @Test
    void refusesNodesInACircle() {
        ProtobufWriter graph = graph(node("Relu", "b", "a"), node("Relu", "a", "b"), node("Relu", "a", "output"));
        assertRefused(model(graph), "nothing before it gives its input 'b'");
    }

    @Test
    void refusesANodeThatUsesItself() {
        assertRefused(model(graph(node("Relu", "output", "output"))), "nothing before it gives");
    }

    @Test
    void refusesTwoNodesThatGiveOneValue() {
        assertRefused(model(graph(node("Relu", "input", "output"), node("Tanh", "input", "output"))), "two nodes give");
    }

    @Test
    void refusesSizesThatNoArrayHas() {
        for (long[] shape : List.of(new long[]{Long.MAX_VALUE, Long.MAX_VALUE}, new long[]{1L << 40},
                new long[]{-1, -1}, new long[]{1L << 32, 1L << 32}, new long[]{0, Long.MIN_VALUE})) {
            ProtobufWriter forged = new ProtobufWriter().int64s(1, shape).int64(2, 1).text(8, "w").bytes(9,
                    new byte[8]);
            assertRefused(model(graph(node("Relu", "input", "output")).message(5, forged)), "at byte ");
        }
    }

    @Test
    void refusesLengthsBeyondTheFile() {
        assertRefused(new byte[]{0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07, 0x00},
                "longer than the message");
        assertRefused(new byte[]{0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff,
            (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x01}, "longer than the message");
    }

    @Test
    void doesNotDescendIntoGraphsWithinGraphs() {
        ProtobufWriter inner = new ProtobufWriter();
        for (int depth = 0; depth < 10_000; depth++) {
            inner = new ProtobufWriter().message(1, new ProtobufWriter().message(5, new ProtobufWriter().text(1, "g")
                    .message(6, inner).int64(20, 5)));
            if (inner.toBytes().length > 100_000) {
                break;
            }
        }
        ProtobufWriter node = node("If", "input", "output")
                .message(5, new ProtobufWriter().text(1, "g").message(6, inner).int64(20, 5));
        assertRefused(model(graph(node)), "no layer of ours does this");
    }

    @Test
    void constantsCannotBeDoubledUntilMemoryIsFull() {
        List<ProtobufWriter> nodes = new ArrayList<>();
        nodes.add(node("Concat", "w", "w", "w0").message(5, axis(0)));
        for (int times = 1; times < 60; times++) {
            nodes.add(node("Concat", "w" + (times - 1), "w" + (times - 1), "w" + times).message(5, axis(0)));
        }
        nodes.add(node("MatMul", "input", "w59", "output"));
        ProtobufWriter weights = new ProtobufWriter().int64s(1, 2, 2).int64(2, 1).text(8, "w")
                .bytes(9, new byte[]{0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1});
        assertRefused(model(graph(nodes.toArray(ProtobufWriter[]::new)).message(5, weights)),
                "nodes make far more of the constants");
    }

    @Test
    void formulasCannotBeSquaredUntilMemoryIsFull() {
        List<ProtobufWriter> nodes = new ArrayList<>();
        nodes.add(node("Abs", "input", "x0"));
        for (int times = 1; times < 60; times++) {
            nodes.add(node("Mul", "x" + (times - 1), "x" + (times - 1), "x" + times));
        }
        nodes.add(node("Sqrt", "x59", "output"));
        assertRefused(model(graph(nodes.toArray(ProtobufWriter[]::new))), "belongs to a formula");
    }

    @Test
    void sizesCannotBeSquaredUntilTheyOverflow() {
        List<ProtobufWriter> nodes = new ArrayList<>();
        nodes.add(node("Shape", "input", "s0"));
        for (int times = 1; times < 80; times++) {
            nodes.add(node("Mul", "s" + (times - 1), "s" + (times - 1), "s" + times));
        }
        nodes.add(node("Reshape", "input", "s79", "output"));
        assertRefused(model(graph(nodes.toArray(ProtobufWriter[]::new))), "cannot be read");
    }

    @Test
    void refusesMoreNodesThanAGraphNeeds() {
        byte[] nodes = new byte[4 << 20]; // two bytes each: an empty node
        for (int at = 0; at < nodes.length; at += 2) {
            nodes[at] = 0x0a;
        }
        byte[] model = new ProtobufWriter().bytes(7, nodes).message(8, new ProtobufWriter().int64(2, 13)).toBytes();
        assertRefused(model, "the graph is too large");
    }

    @Test
    void refusesOperatorsOfOthersAndOperatorSetsOfTheFuture() {
        ProtobufWriter foreign = node("Relu", "input", "output").text(7, "com.evil");
        assertRefused(model(graph(foreign)), "no operator of ONNX itself");
        byte[] future = new ProtobufWriter().message(7, graph(node("Relu", "input", "output")))
                .message(8, new ProtobufWriter().int64(2, 99)).toBytes();
        assertRefused(future, "operator set");
    }

    @Test
    void refusesSettingsThatNobodyKnows() {
        ProtobufWriter node = node("Relu", "input", "output").message(5, axis(3));
        assertRefused(model(graph(node)), "it has the setting 'axis'");
    }

    @Test
    void readsNoFileBesideTheModelUnlessAllowed(@TempDir Path folder) {
        byte[] model = withExternal("weights.bin", "0", "16");
        assertThatThrownBy(() -> read(model, folder, ImportOptions.NONE)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("in another file").hasMessageContaining("'weights.bin'");
    }

    @Test
    void readsAFileBesideTheModelWhereAllowed(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("weights.bin"), new byte[32]);
        ImportedModel model = read(withExternal("weights.bin", "16", "16"), folder,
                ImportOptions.NONE.withExternalData(true));
        assertThat(model.network().layers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.bin", "/etc/passwd", "link.bin", "linked/secret.bin", ".", "", "a\u0000b",
        "sub/../weights.bin", "missing.bin"})
    void readsNoFileElsewhere(String location, @TempDir Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("model"));
        Path secret = Files.write(temporary.resolve("secret.bin"), new byte[16]);
        Files.write(folder.resolve("weights.bin"), new byte[16]);
        Files.createSymbolicLink(folder.resolve("link.bin"), secret);
        Files.createSymbolicLink(folder.resolve("linked"), temporary);
        assertThatThrownBy(() -> read(withExternal(location, "0", "16"), folder,
                ImportOptions.NONE.withExternalData(true))).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("external data of tensor 'w' cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "-1", "9223372036854775807", "x"})
    void refusesPlacesOutsideTheFileBeside(String offset, @TempDir Path folder) throws IOException {
        Files.write(folder.resolve("weights.bin"), new byte[16]);
        assertThatThrownBy(() -> read(withExternal("weights.bin", offset, "16"), folder,
                ImportOptions.NONE.withExternalData(true))).isInstanceOf(ModelFileException.class);
    }

    /// A dense layer whose weights are elsewhere.
    private static byte[] withExternal(String location, String offset, String length) {
        ProtobufWriter weights = new ProtobufWriter().int64s(1, 2, 2).int64(2, 1).text(8, "w");
        Map.of("location", location, "offset", offset, "length", length).forEach(
                (key, value) -> weights.message(13, new ProtobufWriter().text(1, key).text(2, value)));
        return model(graph(node("MatMul", "input", "w", "output")).message(5, weights.int64(14, 1)));
    }

    /// @param names of inputs, then of the output
    private static ProtobufWriter node(String operator, String... names) {
        ProtobufWriter node = new ProtobufWriter();
        for (int input = 0; input < names.length - 1; input++) {
            node.text(1, names[input]);
        }
        return node.text(2, names[names.length - 1]).text(4, operator);
    }

    private static ProtobufWriter axis(long axis) {
        return new ProtobufWriter().text(1, "axis").int64(3, axis).int64(20, 2);
    }

    /// From an input [batch, 2] to an output.
    private static ProtobufWriter graph(ProtobufWriter... nodes) {
        ProtobufWriter graph = new ProtobufWriter();
        for (ProtobufWriter node : nodes) {
            graph.message(1, node);
        }
        ProtobufWriter shape = new ProtobufWriter().message(1, new ProtobufWriter().text(2, "batch"))
                .message(1, new ProtobufWriter().int64(1, 2));
        ProtobufWriter type = new ProtobufWriter().message(1, new ProtobufWriter().int64(1, 1).message(2, shape));
        return graph.message(11, new ProtobufWriter().text(1, "input").message(2, type))
                .message(12, new ProtobufWriter().text(1, "output"));
    }

    private static byte[] model(ProtobufWriter graph) {
        return new ProtobufWriter().int64(1, INT64).message(7, graph)
                .message(8, new ProtobufWriter().text(1, "").int64(2, 13)).toBytes();
    }

    private static void assertRefused(byte[] model, String message) {
        Assertions.assertThatThrownBy(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> read(model)))
                .isInstanceOf(ModelFileException.class).hasMessageContaining(message);
    }

    private static ImportedModel read(byte[] model) {
        return read(model, null, ImportOptions.NONE);
    }

    private static ImportedModel read(byte[] model, @Nullable Path folder,
            ImportOptions options) {
        return OnnxReader.read(ByteSource.of("model", model), folder, options);
    }
}

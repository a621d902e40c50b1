package org.lstm4j.train.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.StorageException;
import org.lstm4j.protobuf.ProtobufWriter;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.SmallFit;

class TensorBoardTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.250Z");

    private final SmallFit small = new SmallFit();
    private final TensorBoard board;
    private final Path folder;

    TensorBoardTest(@TempDir Path folder) {
        this.folder = folder;
        board = new TensorBoard(folder.resolve("logs"), InstantSource.fixed(NOON));
    }

    @Test
    void writesTheLogsOfEveryEpoch() throws IOException {
        History history = small.model().fit(small.training(),
                FitOptions.epochs(2).withValidation(small.validation()), board);

        List<Map<Integer, List<Object>>> events = events("train");
        assertThat(events).hasSize(5).allSatisfy(event -> assertThat(EventReader.bytes(event, 1).getDouble())
                .isEqualTo(NOON.toEpochMilli() / 1000.0));
        assertThat(EventReader.text(events.getFirst(), 3)).isEqualTo("brain.Event:2");
        assertThat(scalars(events)).containsExactly(
                "epoch_loss 0 " + (float) history.epochs().get(0).loss(),
                "epoch_learning_rate 0 0.01",
                "epoch_loss 1 " + (float) history.epochs().get(1).loss(),
                "epoch_learning_rate 1 0.01");
        assertThat(scalars(events("validation"))).containsExactly(
                "epoch_loss 0 " + (float) history.epochs().get(0).validationLoss(),
                "epoch_loss 1 " + (float) history.epochs().get(1).validationLoss());
    }

    @Test
    void namesFilesAsTensorBoardLooksForThem() throws IOException {
        small.model().fit(small.training(), FitOptions.epochs(1), board);
        small.model().fit(small.training(), FitOptions.epochs(1), board);
        long second = NOON.getEpochSecond();
        assertThat(folder.resolve("logs").resolve("train")).isDirectoryContaining(
                file -> file.endsWith("events.out.tfevents." + second + ".lstm4j.0"))
                .isDirectoryContaining(file -> file.endsWith("events.out.tfevents." + second + ".lstm4j.1"));
        assertThat(folder.resolve("logs").resolve("validation")).doesNotExist();
    }

    @Test
    void writesBatchesWhereAskedFor() throws IOException {
        small.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(20), board.withBatches(2));
        assertThat(scalars(events("train"))).extracting(line -> line.replaceAll(" [^ ]*$", ""))
                .containsExactly("batch_loss 2", "batch_loss 4", "epoch_loss 0", "epoch_learning_rate 0");
    }

    @Test
    void writesHistogramsWhereAskedFor() throws IOException {
        small.model().fit(small.training(), FitOptions.epochs(3), board.withHistograms(2));
        List<Map<Integer, List<Object>>> histograms = events("train").stream()
                .filter(event -> event.containsKey(5))
                .filter(event -> value(event).containsKey(5))
                .toList();
        assertThat(histograms).extracting(event -> EventReader.text(value(event), 1) + " " + event.get(2))
                .isEqualTo(small.network().parameters().stream().map(parameter -> parameter.name() + " [1]").toList());
    }

    @Test
    void aHistogramCountsEveryWeight() {
        float[] weights = {-1f, 0f, 0.25f, 0.25f, 2f};
        Map<Integer, List<Object>> histogram = EventReader.message(
                ByteBuffer.wrap(new WeightHistogram(weights).toMessage().toBytes()));
        assertThat(EventReader.bytes(histogram, 1).getDouble()).isEqualTo(-1);
        assertThat(EventReader.bytes(histogram, 2).getDouble()).isEqualTo(2);
        assertThat(EventReader.bytes(histogram, 3).getDouble()).isEqualTo(5);
        assertThat(EventReader.bytes(histogram, 4).getDouble()).isEqualTo(1.5);
        assertThat(EventReader.bytes(histogram, 5).getDouble()).isEqualTo(5.125);
        double[] limits = doubles(EventReader.bytes(histogram, 6));
        double[] counts = doubles(EventReader.bytes(histogram, 7));
        assertThat(limits).hasSize(30).isSorted();
        assertThat(limits[0]).isCloseTo(-0.9, within(1e-12));
        assertThat(limits[29]).isEqualTo(2);
        assertThat(counts).hasSize(30);
        assertThat(counts[0]).isEqualTo(1);
        assertThat(counts[10]).isEqualTo(1);
        assertThat(counts[12]).isEqualTo(2);
        assertThat(counts[29]).isEqualTo(1);
    }

    /// However the width of a bucket was rounded.
    @Test
    void theLastBucketEndsAtTheGreatestWeight() {
        for (int tenths = 1; tenths < 50; tenths++) {
            float[] weights = {-0.3f, tenths / 10f};
            Map<Integer, List<Object>> histogram = EventReader.message(
                    ByteBuffer.wrap(new WeightHistogram(weights).toMessage().toBytes()));
            assertThat(doubles(EventReader.bytes(histogram, 6))).endsWith(weights[1]);
        }
    }

    @Test
    void aHistogramOfEqualWeightsHasOneBucket() {
        Map<Integer, List<Object>> histogram = EventReader.message(
                ByteBuffer.wrap(new WeightHistogram(new float[]{3f, 3f}).toMessage().toBytes()));
        assertThat(doubles(EventReader.bytes(histogram, 6))).containsExactly(3);
        assertThat(doubles(EventReader.bytes(histogram, 7))).containsExactly(2);
    }

    /// RFC 3720, appendix B.4; the last is the check value of catalogues of checksums.
    @Test
    void checksumsAreThoseOfTheStandard() {
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xff);
        byte[] rising = new byte[32];
        for (int index = 0; index < 32; index++) {
            rising[index] = (byte) index;
        }
        assertThat(TfRecord.checksum(new byte[32])).isEqualTo(0x8a9136aa);
        assertThat(TfRecord.checksum(ones)).isEqualTo(0x62a8ab43);
        assertThat(TfRecord.checksum(rising)).isEqualTo(0x46dd794e);
        assertThat(TfRecord.checksum("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0xe3069283);
        assertThat(EventReader.castagnoli(new byte[32])).isEqualTo(0x8a9136aaL);
    }

    @Test
    void aDamagedRecordIsNoticed() throws IOException {
        small.model().fit(small.training(), FitOptions.epochs(1), board);
        Path file = file("train");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 7] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> EventReader.events(file)).hasMessage("a checksum is wrong");
    }

    /// The examples of the encoding's documentation.
    @Test
    void integersAreWrittenSevenBitsAByte() {
        assertThat(new ProtobufWriter().int64(1, 150).toBytes()).containsExactly(0x08, 0x96, 0x01);
        assertThat(new ProtobufWriter().int64(2, 0).toBytes()).containsExactly(0x10, 0x00);
        assertThat(new ProtobufWriter().int64(1, -1).toBytes()).hasSize(11).endsWith(1);
        assertThat(new ProtobufWriter().text(2, "testing").toBytes())
                .containsExactly(0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g');
    }

    @Test
    void saysWhichFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("logs"));
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1), board))
                .isInstanceOf(StorageException.class).hasMessageContaining("cannot make the folder " + file);
    }

    @Test
    void refusesIntervalsBelowOne() {
        assertThatThrownBy(() -> board.withBatches(0)).hasMessageContaining("but was 0");
        assertThatThrownBy(() -> board.withHistograms(-1)).hasMessageContaining("but was -1");
    }

    private Path file(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("logs").resolve(part))) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<Map<Integer, List<Object>>> events(String part) throws IOException {
        return EventReader.events(file(part));
    }

    private static Map<Integer, List<Object>> value(Map<Integer, List<Object>> event) {
        return EventReader.inner(EventReader.inner(event, 5), 1);
    }

    private static List<String> scalars(List<Map<Integer, List<Object>>> events) {
        List<String> scalars = new ArrayList<>();
        for (Map<Integer, List<Object>> event : events.subList(1, events.size())) {
            Map<Integer, List<Object>> value = value(event);
            scalars.add(EventReader.text(value, 1) + " " + EventReader.value(event, 2) + " "
                    + EventReader.bytes(value, 2).getFloat());
        }
        return scalars;
    }

    private static double[] doubles(ByteBuffer bytes) {
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }
}

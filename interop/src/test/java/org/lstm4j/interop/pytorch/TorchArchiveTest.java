package org.lstm4j.interop.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.Damage;
import org.lstm4j.interop.Fixtures;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;

class TorchArchiveTest {

    private static final String STORAGE = "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\4tQ";

    @Test
    void readsTheTensorsOfAStateDict() {
        TensorFile file = TorchArchive.read(ByteSource.open(Fixtures.file("seed/seed_state_dict.pt")));

        assertThat(file.tensors().keySet()).containsExactly("lstm.weight_ih_l0", "lstm.weight_hh_l0", "lstm.bias_ih_l0",
                "lstm.bias_hh_l0", "fc.weight", "fc.bias");
        assertThat(file.require("lstm.weight_hh_l0").shape()).containsExactly(200L, 50L);
        assertThat(file.inOrder()).isTrue();
    }

    @Test
    void findsTheStateDictOfACheckpoint() {
        TensorFile file = TorchArchive.read(ByteSource.open(Fixtures.file("pytorch/checkpoint.pt")));

        assertThat(file.metadata()).containsEntry("state_dict", "model_state_dict");
    }

    @Test
    void readsAViewOfAStorage() {
        StoredTensor turned = tensor("K\0K\2K\2\u0086K\1K\2\u0086");

        assertThat(turned.shape()).containsExactly(2L, 2L);
        assertThat(turned.floats()).containsExactly(1f, 3f, 2f, 4f);
        assertThat(turned.doubles()).containsExactly(1, 3, 2, 4);
        assertThat(tensor("K\1K\2\u0085K\2\u0085").floats()).containsExactly(2f, 4f);
        assertThat(tensor("K\2K\2\u0085K\1\u0085").floats()).containsExactly(3f, 4f);
        assertThat(tensor("K\3))").floats()).containsExactly(4f);
    }

    @Test
    void refusesViewsBeyondTheirStorage() {
        assertThatThrownBy(() -> tensor("K\1K\4\u0085K\1\u0085")).hasMessageContaining("goes beyond its storage");
        assertThatThrownBy(() -> tensor("K\0K\2K\2\u0086K\3K\1\u0086")).hasMessageContaining("goes beyond its storage");
        // one element shown five times
        assertThatThrownBy(() -> tensor("K\0K\5\u0085K\0\u0085")).hasMessageContaining("goes beyond its storage");
        // 2^62 · 4 is 0 where it runs over
        assertThatThrownBy(() -> tensor("K\0\u008a\10\0\0\0\0\0\0\0@K\4\u0086K\0K\0\u0086"))
                .hasMessageContaining("goes beyond its storage");
        assertThatThrownBy(() -> tensor("K\0J\u00ff\u00ff\u00ff\u00ff\u0085K\1\u0085"))
                .hasMessageContaining("no whole number from 0");
    }

    @Test
    void refusesAStorageOfAnotherSizeThanItSays() {
        assertThatThrownBy(() -> tensor(STORAGE.replace("K\4tQ", "K\5tQ"), "K\0K\2\u0085K\1\u0085"))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("5 elements of F32")
                .hasMessageContaining("16 bytes");
        assertThatThrownBy(() -> tensor(STORAGE.replace("Float", "Double"), "K\0K\2\u0085K\1\u0085"))
                .hasMessageContaining("another size than it says");
    }

    @Test
    void refusesATensorOfTwoStateDicts() {
        String call = "ctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE + "K\0K\2\u0085K\1\u0085\u0089NtR";
        String two = "}(X\1\0\0\0a}X\1\0\0\0w" + call + "sX\1\0\0\0b}X\1\0\0\0w" + call + "su.";

        assertThatThrownBy(() -> TorchArchive.read(archive(two)))
                .hasMessageContaining("several dictionaries of tensors")
                .hasMessageContaining("['a', 'b']");
        assertThatThrownBy(() -> TorchArchive.read(archive("K\1."))).hasMessageContaining("no state_dict");
        assertThatThrownBy(() -> TorchArchive.read(archive("}X\1\0\0\0w" + call + "sX\1\0\0\0eK\1s.")))
                .hasMessageContaining("'e', which is no tensor");
    }

    @Test
    void survivesEveryCutAndEveryTurnedBit() {
        byte[] file = Fixtures.bytes("pytorch/lstm_no_bias.pt");
        Damage damage = new Damage(file, TorchArchiveTest::readAll);

        damage.cuts(1);
        damage.flips(1);
    }

    private static void readAll(ByteSource source) {
        StateDictReader.read(TorchArchive.read(source), ImportOptions.NONE);
    }

    private static StoredTensor tensor(String place) {
        return tensor(STORAGE, place);
    }

    private static StoredTensor tensor(String storage, String place) {
        return TorchArchive.read(archive("}X\1\0\0\0wctorch._utils\n_rebuild_tensor_v2\n(" + storage + place
                + "\u0089NtRs.")).require("w");
    }

    private static ByteSource archive(String pickle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("m/data.pkl"));
            zip.write(pickle.getBytes(StandardCharsets.ISO_8859_1));
            zip.putNextEntry(new ZipEntry("m/data/0"));
            zip.write(new byte[]{0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, (byte) 0x80, 0x40});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ByteSource.of("test.pt", bytes.toByteArray());
    }
}

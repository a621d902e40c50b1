package org.lstm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.model.ByteSource;

class FileFormatTest {

    @ParameterizedTest
    @CsvSource({"seed/seed_model.safetensors, SAFETENSORS", "seed/seed_state_dict.pt, PYTORCH",
        "seed/seed_state_dict_legacy.pt, PYTORCH_LEGACY", "seed/seed_torchscript.pt, PYTORCH",
        "pytorch/gru_io.npz, NUMPY"})
    void tellsFormatsByTheirBytes(String file, FileFormat format) {
        assertThat(FileFormat.of(ByteSource.of("no ending", Fixtures.bytes(file)), "no ending")).isEqualTo(format);
    }

    /// 0x0280 = 640 bytes of header: the same two bytes begin a pickle.
    @Test
    void tellsAHeaderFromAPickle() {
        byte[] json = ("{" + " ".repeat(638) + "}").getBytes(StandardCharsets.US_ASCII);
        byte[] file = ByteBuffer.allocate(648).order(ByteOrder.LITTLE_ENDIAN).putLong(640).put(json).array();

        assertThat(FileFormat.of(ByteSource.of("f", file), "f")).isEqualTo(FileFormat.SAFETENSORS);
    }

    @Test
    void knowsATarAndWhatItDoesNotKnow() {
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);

        assertThat(FileFormat.of(ByteSource.of("f", tar), "f")).isEqualTo(FileFormat.TAR);
        assertThat(FileFormat.of(ByteSource.of("f", Arrays.copyOf(tar, 300)), "f.ONNX")).isEqualTo(FileFormat.TAR);
        assertThat(FileFormat.of(ByteSource.of("f", new byte[0]), "f")).isEqualTo(FileFormat.UNKNOWN);
        assertThat(FileFormat.of(ByteSource.of("f", new byte[]{8, 7}), "f.onnx")).isEqualTo(FileFormat.ONNX);
    }
}

package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafetensorsWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesTheBytesTheFormatAsksFor() throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter(out, header());
        writer.write(new float[]{1f, -2f});
        writer.write(new byte[]{7});
        writer.finish();

        String json = "{\"__metadata__\":{\"k\":\"v\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[8,9]}}";
        int padded = (json.length() + 7) / 8 * 8;
        assertThat(out.toByteArray()).startsWith((byte) padded, (byte) 0).hasSize(8 + padded + 9);
        String header = new String(out.toByteArray(), 8, padded, StandardCharsets.UTF_8);
        assertThat(header).isEqualTo(json + " ".repeat(padded - json.length()));
        assertThat(HexFormat.of().formatHex(out.toByteArray(), 8 + padded, 8 + padded + 9))
                .isEqualTo("0000803f000000c007");
    }

    @Test
    void writesNaNInOneForm() throws IOException {
        SafetensorsHeader header = SafetensorsHeader.builder().tensor("a", TensorType.F32, List.of(2L)).build();
        new SafetensorsWriter(out, header).write(new float[]{Float.NaN, Float.intBitsToFloat(0xffc12345)});
        byte[] bytes = out.toByteArray();
        assertThat(HexFormat.of().formatHex(bytes, bytes.length - 8, bytes.length)).isEqualTo("0000c07f0000c07f");
    }

    @Test
    void refusesTensorsThatTheHeaderDoesNotHave() throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter(out, header());
        assertThatIllegalArgumentException().isThrownBy(() -> writer.write(new float[3]));
        SafetensorsWriter other = new SafetensorsWriter(out, header());
        assertThatIllegalArgumentException().isThrownBy(() -> other.write(new byte[2]));
        SafetensorsWriter third = new SafetensorsWriter(out, header());
        third.write(new float[2]);
        assertThatIllegalStateException().isThrownBy(third::finish).withMessageContaining("1 were written");
        third.write(new byte[1]);
        assertThatIllegalStateException().isThrownBy(() -> third.write(new byte[1]));
    }

    @Test
    void refusesHeadersThatItCouldNotReadAgain() {
        SafetensorsHeader.Builder twice = SafetensorsHeader.builder().tensor("a", TensorType.F32, List.of(2L))
                .tensor("a", TensorType.F32, List.of(2L));
        assertThatIllegalArgumentException().isThrownBy(twice::build).withMessageContaining("'a' is taken");
        SafetensorsHeader.Builder half = SafetensorsHeader.builder().metadata("k", "\ud800");
        assertThatIllegalArgumentException().isThrownBy(half::build).withMessageContaining("Unicode");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsHeader.builder().tensor("a\0", TensorType.F32, List.of(2L)));
        SafetensorsHeader.Builder reserved = SafetensorsHeader.builder().tensor("__metadata__", TensorType.F32,
                List.of(2L));
        assertThatIllegalArgumentException().isThrownBy(reserved::build);
    }

    private static SafetensorsHeader header() {
        return SafetensorsHeader.builder().metadata("k", "v").tensor("a", TensorType.F32, List.of(2L))
                .tensor("b", TensorType.U8, List.of(1L)).build();
    }
}

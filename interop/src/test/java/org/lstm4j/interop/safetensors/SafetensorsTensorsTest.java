package org.lstm4j.interop.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.Damage;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;

class SafetensorsTensorsTest {

    @ParameterizedTest
    @CsvSource({"F64, 3ff8000000000000, 1.5", "F32, 3fc00000, 1.5", "F16, 3e00, 1.5", "BF16, 3fc0, 1.5", "I8, ff, -1",
        "U8, ff, 255", "I16, ff00, -256", "I32, 00010000, 65536", "I64, ffffffffffffffff, -1"})
    void readsEveryTypeOfNumbers(String type, String bits, float value) {
        byte[] number = java.util.HexFormat.of().parseHex(bits);
        ByteBuffer data = ByteBuffer.allocate(number.length);
        for (int index = number.length - 1; index >= 0; index--) {
            data.put(number[index]); // little-endian
        }
        StoredTensor tensor = read(
                "{\"t\":{\"dtype\":\"" + type + "\",\"shape\":[1],\"data_offsets\":[0," + number.length
                        + "]}}",
                data.array()).require("t");

        assertThat(tensor.floats()).containsExactly(value);
        assertThat(tensor.doubles()).containsExactly(value);
    }

    @Test
    void refusesElementsThatAreNoRealNumbers() {
        TensorFile file = read("{\"t\":{\"dtype\":\"C64\",\"shape\":[1],\"data_offsets\":[0,8]}}", new byte[8]);

        assertThatThrownBy(() -> file.require("t").floats()).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no layer can have").hasMessageContaining("received C64");
    }

    @Test
    void knowsThatSortedNamesTellNoOrder() {
        String member = "\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[";
        assertThat(read("{\"a" + member + "0,1]},\"b" + member + "1,2]}}", new byte[2]).inOrder()).isFalse();
        assertThat(read("{\"b" + member + "0,1]},\"a" + member + "1,2]}}", new byte[2]).inOrder()).isTrue();
    }

    @Test
    void survivesEveryCutAndEveryTurnedBit() {
        byte[] file = bytes(
                "{\"__metadata__\":{\"k\":\"v\"},\"t\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}",
                new byte[16]);
        Damage damage = new Damage(file, SafetensorsTensorsTest::readAll);

        damage.cuts(1);
        damage.flips(1);
    }

    private static void readAll(ByteSource source) {
        SafetensorsTensors.read(source).tensors().values().forEach(StoredTensor::floats);
    }

    private static TensorFile read(String header, byte[] data) {
        return SafetensorsTensors.read(ByteSource.of("test.safetensors", bytes(header, data)));
    }

    private static byte[] bytes(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length).put(json).put(data).array();
    }
}

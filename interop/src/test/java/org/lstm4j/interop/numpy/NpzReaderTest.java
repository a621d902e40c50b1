package org.lstm4j.interop.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.Damage;
import org.lstm4j.interop.Fixtures;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;

class NpzReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"pytorch/gru_io.npz", "pytorch/float16_io.npz"})
    void readsStoredAndDeflatedArrays(String name) {
        TensorFile file = NpzReader.read(ByteSource.open(Fixtures.file(name)));

        assertThat(file.tensors().keySet()).containsExactly("input", "output");
        assertThat(file.require("input").shape()).containsExactly(5L, 9L, 3L);
        assertThat(file.require("output").doubles()).hasSize(10).doesNotContain(0);
    }

    @Test
    void readsBigEndianNumbersAndScalars() {
        assertThat(array("{'descr': '>i2', 'fortran_order': False, 'shape': (2,), }", 1, 2).require("a").floats())
                .containsExactly(258f, 0f);
        assertThat(array("{'descr': '|u1', 'fortran_order': False, 'shape': (), }", 7).require("a").floats())
                .containsExactly(7f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'descr': '|O', 'fortran_order': False, 'shape': (2,), }",
        "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (2,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': __import__('os')}", "",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }"})
    void refusesHeadersThatAreNotOfPlainNumbers(String header) {
        assertThatThrownBy(() -> array(header, 1, 2, 3, 4)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("not one of plain numbers");
    }

    @Test
    void refusesMoreElementsThanThereAreBytes() {
        assertThatThrownBy(() -> array("{'descr': '<f4', 'fortran_order': False, 'shape': (3000000000,), }", 1))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("more bytes are needed than there are");
        assertThatThrownBy(
                () -> array("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", 1))
                .isInstanceOf(ModelFileException.class);
        assertThatThrownBy(
                () -> array("{'descr': '<f8', 'fortran_order': False, 'shape': (461168601842738790, 400), }", 1))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("impossible shape");
    }

    @Test
    void refusesShapesOfTooManyAxes() {
        String shape = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + "1,".repeat(20_000) + "), }";
        assertThatThrownBy(() -> array(shape, 1, 2, 3, 4)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("not one of plain numbers");
        assertThat(array(shape.replace("1,".repeat(20_000), "1,".repeat(32)), 1, 2, 3, 4).require("a").shape())
                .hasSize(32);
    }

    @Test
    void refusesArraysByColumns() {
        assertThatThrownBy(() -> array("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }", 1, 2, 3, 4))
                .hasMessageContaining("ascontiguousarray(a)");
    }

    @Test
    void survivesEveryCutAndEveryTurnedBit() {
        byte[] file = Fixtures.bytes("pytorch/gru_io.npz");
        Damage damage = new Damage(file, NpzReaderTest::readAll);

        damage.cuts(1);
        damage.flips(1);
    }

    private static void readAll(ByteSource source) {
        NpzReader.read(source).tensors().values().forEach(org.lstm4j.interop.tensor.StoredTensor::floats);
    }

    private static TensorFile array(String header, int... data) {
        ByteBuffer npy = ByteBuffer.allocate(10 + header.length() + 4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
        npy.put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        npy.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int value : data) {
            npy.put((byte) value);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(npy.array());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return NpzReader.read(ByteSource.of("test.npz", bytes.toByteArray()));
    }
}

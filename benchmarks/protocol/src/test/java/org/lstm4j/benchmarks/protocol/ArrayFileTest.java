package org.lstm4j.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arrays survive the way through a file, and no damaged file is read.
class ArrayFileTest {

    @TempDir
    private Path folder;

    @Test
    void arraysComeBackBitByBit() throws IOException {
        float[] large = new float[40_000]; // more than one chunk
        for (int index = 0; index < large.length; index++) {
            large[index] = 1f / (index + 1);
        }
        float[] odd = {Float.NaN, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
        Path path = folder.resolve("arrays");

        ArrayFile.write(path, List.of(new NamedArray("größe", large, 200, 200), new NamedArray("odd", odd, 4),
                new NamedArray("none", new float[0], 3, 0)));

        ArrayFile file = ArrayFile.open(path);
        assertThat(file.names()).containsExactly("größe", "odd", "none");
        assertThat(file.shape("größe")).containsExactly(200, 200);
        assertThat(file.read("größe")).isEqualTo(large);
        assertThat(file.read("odd")).isEqualTo(odd);
        assertThat(file.read("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 12, 30, 60})
    void aByteThatFellOverIsNoticed(int place) throws IOException {
        Path path = written();
        byte[] bytes = Files.readAllBytes(path);
        bytes[place] ^= 0x10;
        Files.write(path, bytes);

        assertThatThrownBy(() -> ArrayFile.open(path)).isInstanceOf(IOException.class)
                .hasMessageContaining(path.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 50, 70})
    void aFileThatIsCutOffIsNoticed(int length) throws IOException {
        Path path = written();
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), length));

        assertThatThrownBy(() -> ArrayFile.open(path)).isInstanceOf(IOException.class)
                .hasMessageContaining(path.toString());
    }

    @Test
    void anArrayThatIsNotThereIsNamed() throws IOException {
        ArrayFile file = ArrayFile.open(written());

        assertThatThrownBy(() -> file.read("bias")).hasMessageContaining("no array bias")
                .hasMessageContaining("weights");
    }

    @Test
    void aShapeHasToFitItsData() {
        assertThatThrownBy(() -> new NamedArray("weights", new float[5], 2, 3))
                .hasMessageContaining("has 6 elements, but received 5");
    }

    private Path written() throws IOException {
        Path path = folder.resolve("arrays");
        ArrayFile.write(path, List.of(new NamedArray("weights", new float[]{1, 2, 3, 4, 5, 6, 7, 8, 9}, 9)));
        assertThat(Files.size(path)).isEqualTo(8 + 4 + 4 + 7 + 4 + 4 + 9 * 4 + 8);
        return path;
    }
}

package org.lstm4j.interop.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;

/// The files were written by h5py 3, with `src/test/python/make_hdf5_fixtures.py`.
class Hdf5FileTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/lstm4j/interop/hdf5");

    @ParameterizedTest
    @ValueSource(strings = {"tlf2", "tbf2", "tlf4", "tbf4", "tlf8", "tbf8", "ti1", "tli2", "tbi4", "tli8"})
    void readsNumbersOfEitherByteOrder(String name) throws IOException {
        StoredTensor tensor = tensor("types.h5", "g/" + name);

        assertThat(tensor.shape()).containsExactly(2L, 3L);
        assertThat(tensor.floats()).containsExactly(-2f, -1f, 0f, 1f, 2f, 3f);
        assertThat(tensor.doubles()).containsExactly(-2, -1, 0, 1, 2, 3);
    }

    @Test
    void readsASingleNumberAndNone() throws IOException {
        assertThat(tensor("types.h5", "g/scalar").floats()).containsExactly(2.5f);
        assertThat(tensor("types.h5", "g/scalar").shape()).isEmpty();
        assertThat(tensor("types.h5", "g/empty").floats()).isEmpty();
    }

    @Test
    void readsAttributes() throws IOException {
        assertThat(read("types.h5").attributes()).containsExactlyInAnyOrderEntriesOf(java.util.Map.of(
                "text", new Hdf5Attribute.Texts(List.of("Grüße")),
                "fixed", new Hdf5Attribute.Texts(List.of("abc")),
                "texts", new Hdf5Attribute.Texts(List.of("a", "bc")),
                "fixeds", new Hdf5Attribute.Texts(List.of("x", "yzw")),
                "number", new Hdf5Attribute.Numbers(List.of(3.0)),
                "numbers", new Hdf5Attribute.Numbers(List.of(1.5, 2.5)),
                "none", new Hdf5Attribute.Numbers(List.of()),
                "flag", new Hdf5Attribute.Other("enumeration of 1 bytes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "all", "gzip", "more", "compact"})
    void readsChunksAndFilters(String name) throws IOException {
        assertThat(tensor("chunked.h5", name).floats()).containsExactly(eighths());
    }

    @Test
    void readsChunksThatBecomeMuchLarger() throws IOException {
        assertThat(tensor("chunked.h5", "wide").floats()).hasSize(10_000).containsOnly(0f);
    }

    @Test
    void readsTheNewFormat() throws IOException {
        assertThat(tensor("latest.h5", "a/b/c").floats()).containsExactly(eighths());
        assertThat(read("latest.h5").attributes()).containsEntry("text", new Hdf5Attribute.Texts(List.of("new")));
    }

    @Test
    void readsGroupsOfManyMembers() throws IOException {
        List<Hdf5Dataset> datasets = read("many.h5").datasets();

        assertThat(datasets).hasSize(300);
        assertThat(datasets.get(299).tensor().floats()).containsExactly(299f);
    }

    @ParameterizedTest
    @CsvSource({"soft.h5, soft link", "external_link.h5, external link", "hard.h5, two names",
        "circle.h5, within itself", "external.h5, in another file, which is never opened",
        "virtual.h5, is virtual", "lzf.h5, filter 32000 'lzf'", "text.h5, no numbers: text",
        "unwritten.h5, never written", "bomb.h5, too large for their bytes", "user_block.h5, not an HDF5 file",
        "latest_chunked.h5, index of libver", "latest_many.h5, fractal heap"})
    void refusesByName(String file, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFileException.class).hasMessageContaining(words);
    }

    private static float[] eighths() {
        float[] numbers = new float[35];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = index / 8f;
        }
        return numbers;
    }

    private static StoredTensor tensor(String file, String path) throws IOException {
        return read(file).dataset(path).orElseThrow().tensor();
    }

    private static Hdf5Group read(String file) throws IOException {
        return Hdf5File.read(ByteSource.of(file, Files.readAllBytes(FOLDER.resolve(file))));
    }
}

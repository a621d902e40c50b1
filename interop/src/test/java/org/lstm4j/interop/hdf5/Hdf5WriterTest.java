package org.lstm4j.interop.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.model.ByteSource;

class Hdf5WriterTest {

    @Test
    void writesWhatIsReadAgain() throws IOException {
        Hdf5Writer writer = new Hdf5Writer();
        writer.put("layers/dense/vars/0", List.of(2, 3), new float[]{1, 2, 3, 4, 5, 6});
        writer.put("layers/dense/vars/1", List.of(3), new float[]{7, 8, 9});
        writer.put("layers/a_name_that_is_long/x", List.of(), new float[]{-1});

        Hdf5Group root = Hdf5File.read(ByteSource.of("written", bytes(writer)));

        assertThat(root.datasets()).extracting(Hdf5Dataset::path).containsExactly("layers/a_name_that_is_long/x",
                "layers/dense/vars/0", "layers/dense/vars/1");
        assertThat(root.dataset("layers/dense/vars/0").orElseThrow().tensor().shape()).containsExactly(2L, 3L);
        assertThat(root.dataset("layers/dense/vars/0").orElseThrow().tensor().floats()).containsExactly(1, 2, 3, 4, 5,
                6);
        assertThat(root.dataset("layers/a_name_that_is_long/x").orElseThrow().tensor().floats()).containsExactly(-1);
    }

    @Test
    void writesGroupsOfManyMembers() throws IOException {
        Hdf5Writer writer = new Hdf5Writer();
        for (int place = 0; place < 1000; place++) {
            writer.put("many/" + place, List.of(1), new float[]{place});
        }

        List<Hdf5Dataset> datasets = Hdf5File.read(ByteSource.of("written", bytes(writer))).datasets();

        assertThat(datasets).hasSize(1000).allSatisfy(dataset -> assertThat(dataset.tensor().floats())
                .containsExactly(Float.parseFloat(dataset.path().substring(5))));
    }

    @Test
    void writesTheSameBytesWhateverTheOrder() throws IOException {
        Hdf5Writer one = new Hdf5Writer();
        one.put("b", List.of(1), new float[]{1});
        one.put("a/x", List.of(1), new float[]{2});
        Hdf5Writer other = new Hdf5Writer();
        other.put("a/x", List.of(1), new float[]{2});
        other.put("b", List.of(1), new float[]{1});

        assertThat(bytes(one)).isEqualTo(bytes(other)).isEqualTo(bytes(one));
    }

    @Test
    void refusesWhatCannotBeWritten() {
        Hdf5Writer writer = new Hdf5Writer();
        writer.put("a/b", List.of(1), new float[1]);

        assertThatThrownBy(() -> writer.put("a/b", List.of(1), new float[1])).hasMessageContaining("two 'b'");
        assertThatThrownBy(() -> writer.put("a/b/c", List.of(1), new float[1])).hasMessageContaining("is a dataset");
        assertThatThrownBy(() -> writer.put("c", List.of(2), new float[1])).hasMessageContaining("1 values");
        assertThatThrownBy(() -> writer.put("ü", List.of(1), new float[1])).hasMessageContaining("ASCII");
        assertThatThrownBy(() -> bytes(new Hdf5Writer())).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] bytes(Hdf5Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return out.toByteArray();
    }
}

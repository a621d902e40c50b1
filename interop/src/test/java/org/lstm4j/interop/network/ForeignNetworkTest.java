package org.lstm4j.interop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.tensor.Shape;

class ForeignNetworkTest {

    private static final int UNITS = 1024;

    @Test
    void refusesLayersThatUseTheSameNumbersAgainAndAgain() {
        ForeignNetwork three = layers(3);
        ForeignNetwork five = layers(5);

        assertThat(three.build(ByteSource.of("file", new byte[0]).faults(), 0).layers()).hasSize(3);
        assertThatThrownBy(() -> five.build(ByteSource.of("file", new byte[0]).faults(), 0))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("more weights than the file has numbers")
                .hasMessageContaining("4194304 at most").hasMessageContaining("5248000");
    }

    @Test
    void letsLargerFilesHaveLargerNetworks() {
        long bytes = 2L * (5 * UNITS * (UNITS + 1) - (1 << 22));

        assertThat(layers(5).build(ByteSource.of("file", new byte[0]).faults(), bytes).layers()).hasSize(5);
        assertThatThrownBy(() -> layers(5).build(ByteSource.of("file", new byte[0]).faults(), bytes - 2))
                .isInstanceOf(ModelFileException.class);
    }

    private static ForeignNetwork layers(int count) {
        ForeignWeight weight = new ForeignWeight("w", List.of((long) UNITS, (long) UNITS), target -> Arrays.fill(target,
                0.5f));
        ForeignWeight bias = new ForeignWeight("b", List.of((long) UNITS), _ -> {});
        ForeignLayer layer = new ForeignLayer("fc", new DenseSpec(UNITS), Map.of("weight", weight, "bias", bias));
        return new ForeignNetwork(Shape.vector(UNITS), Collections.nCopies(count, layer));
    }
}

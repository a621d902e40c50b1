package org.lstm4j.interop.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.forecast.ForecasterNetworks;
import org.lstm4j.forecast.ForecasterNetworks.Built;
import org.lstm4j.inference.Predictor;
import org.lstm4j.tensor.Tensor;

/// The networks of forecasters say in plain Java byte for byte what they say here.
class ForecasterSourceTest {

    @TempDir
    Path folder;

    static List<Built> networks() {
        return ForecasterNetworks.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void saysWhatTheNetworkSaysByteForByte(Built one) throws Exception {
        Tensor input = one.input(1);
        float[] said = CompiledSource.compile(JavaSource.of(one.network(), "Model"), folder).apply(input.data());
        assertThat(said).containsExactly(Predictor.of(one.network()).predict(input).data());
    }
}

package org.lstm4j.interop.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.forecast.ForecasterNetworks;
import org.lstm4j.forecast.ForecasterNetworks.Built;
import org.lstm4j.inference.Predictor;
import org.lstm4j.tensor.Tensor;

/// The networks of forecasters say in ONNX Runtime what they say here.
final class ForecasterOnnxTest {

    static List<Built> networks() {
        return ForecasterNetworks.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void saysInOnnxRuntimeWhatItSaysHere(Built one) throws OrtException {
        Tensor input = one.input(6);
        byte[] model = OnnxWriter.toBytes(one.network(), ExportOptions.PLAIN);
        Fixture.assertClose(OnnxRuntime.run(model, Map.of("input", input)).values().iterator().next(),
                Predictor.of(one.network()).predict(input).data());
    }
}

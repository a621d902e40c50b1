package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.special.StudentT;

/// Quantiles of all degrees of freedom that a network can say.
class StudentTQuantilesTest {

    private static final double[] LEVELS = {0.01, 0.025, 0.1, 0.3, 0.5, 0.8, 0.975, 0.99};
    private static final double[] DEGREES = {2, 2.0001, 2.1, 2.5, 3, 3.7, 5, 8, 13.3, 40, 150, 1e3, 1e5, 1e9};

    @Test
    void areThoseOfTheDistribution() throws OrtException {
        GraphBuilder graph = new GraphBuilder();
        String degrees = graph.input("degrees", ElementTypes.DOUBLE, List.of(1L, (long) DEGREES.length, 1L, 1L));
        graph.output("quantiles", new StudentTQuantiles(new Arithmetic(graph), LEVELS).of(degrees),
                ElementTypes.DOUBLE, List.of(1L, (long) DEGREES.length, 1L, (long) LEVELS.length));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph.toBytes());
                OnnxTensor input = OnnxTensor.createTensor(environment, DoubleBuffer.wrap(DEGREES),
                        new long[]{1, DEGREES.length, 1, 1});
                OrtSession.Result result = session.run(Map.of("degrees", input))) {
            DoubleBuffer said = ((OnnxTensor) result.get(0)).getDoubleBuffer();
            for (double ofDistribution : DEGREES) {
                for (double level : LEVELS) {
                    assertThat(said.get()).as("level %s of %s degrees", level, ofDistribution)
                            .isCloseTo(StudentT.quantile(level, ofDistribution), within(1e-9));
                }
            }
        }
    }
}

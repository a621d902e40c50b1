package org.lstm4j.campaigns.parity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Tensor;

/// Runs the bytes of an ONNX model in ONNX Runtime.
final class OnnxRuntimeModel {

    private OnnxRuntimeModel() {}

    /// What the model's first output says, row-major.
    static float[] run(byte[] model, Tensor input) throws OrtException {
        long[] shape = input.shape().axes().stream().mapToLong(Axis::size).toArray();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor inputs = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.data()), shape);
                OrtSession.Result result = session.run(Map.of("input", inputs))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[output.remaining()];
            output.get(values);
            return values;
        }
    }
}

package org.lstm4j.interop.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// ONNX Runtime on models of float32 arrays.
final class OnnxRuntime {

    private OnnxRuntime() {}

    /// All outputs, by name, for inputs by name.
    static Map<String, float[]> run(byte[] model, Map<String, Tensor> inputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options)) {
                for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                    long[] shape = input.getValue().shape().axes().stream().mapToLong(axis -> axis.size()).toArray();
                    given.put(input.getKey(), OnnxTensor.createTensor(environment,
                            FloatBuffer.wrap(input.getValue().data()), shape));
                }
                return outputs(session, given);
            }
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private static Map<String, float[]> outputs(OrtSession session, Map<String, OnnxTensor> given)
            throws OrtException {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(given)) {
            for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                FloatBuffer numbers = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] values = new float[numbers.remaining()];
                numbers.get(values);
                outputs.put(output.getKey(), values);
            }
        }
        return outputs;
    }

    /// Gives all parameters other numbers, biases and gains too.
    static Sequential shaken(Sequential network, long seed) {
        Random random = new Random(seed);
        for (Parameter parameter : network.parameters()) {
            float[] values = parameter.value();
            for (int index = 0; index < values.length; index++) {
                values[index] += 0.5f * (random.nextFloat() - 0.5f);
            }
        }
        return network;
    }

    static Tensor normal(Shape shape, long seed) {
        Random random = new Random(seed);
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = (float) random.nextGaussian();
        }
        return tensor;
    }
}

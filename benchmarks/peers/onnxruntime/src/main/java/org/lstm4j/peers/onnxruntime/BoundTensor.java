package org.lstm4j.peers.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// A tensor over a buffer outside the heap, which stays in place, so that a run needs no copies.
///
/// @param tensor what a session reads or writes
/// @param floats the same memory
record BoundTensor(OnnxTensor tensor, FloatBuffer floats) {

    /// Zeros.
    static BoundTensor of(OrtEnvironment environment, long... shape) throws OrtException {
        long elements = 1;
        for (long size : shape) {
            elements *= size;
        }
        FloatBuffer floats = ByteBuffer.allocateDirect(Math.toIntExact(elements * Float.BYTES))
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        return new BoundTensor(OnnxTensor.createTensor(environment, floats, shape), floats);
    }
}

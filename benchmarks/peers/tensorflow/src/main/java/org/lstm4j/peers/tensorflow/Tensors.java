package org.lstm4j.peers.tensorflow;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/// Java arrays to tensors and back.
final class Tensors {

    private Tensors() {}

    static TFloat32 of(Shape shape, float[] data) {
        return TFloat32.tensorOf(shape, DataBuffers.of(data, true, false));
    }

    static TFloat32 zeros(Shape shape) {
        return of(shape, new float[Math.toIntExact(shape.size())]);
    }

    static void write(TFloat32 tensor, float[] data) {
        tensor.copyFrom(DataBuffers.of(data, true, false));
    }

    static void read(TFloat32 tensor, float[] data) {
        tensor.copyTo(DataBuffers.of(data, false, false));
    }

    static float[] read(TFloat32 tensor) {
        float[] data = new float[Math.toIntExact(tensor.size())];
        read(tensor, data);
        return data;
    }
}

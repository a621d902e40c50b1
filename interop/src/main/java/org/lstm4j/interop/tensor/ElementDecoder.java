package org.lstm4j.interop.tensor;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lstm4j.model.TensorType;

/// Turns the bytes of elements of one type into numbers. Every float16 and bfloat16 is exactly a float32; float64 and long integers are
/// rounded to the nearest.
///
/// Sources: IEEE 754-2019 (binary16, binary32, binary64); bfloat16 is the upper half of a binary32.
enum ElementDecoder {
    F16 {
        @Override
        double next(ByteBuffer bytes) {
            return Float.float16ToFloat(bytes.getShort());
        }
    },
    BF16 {
        @Override
        double next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
        }
    },
    F32 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getFloat();
        }

        @Override
        void decode(ByteBuffer bytes, float[] target, int from, int count) {
            bytes.asFloatBuffer().get(target, from, count);
        }
    },
    F64 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getDouble();
        }
    },
    I8 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.get();
        }
    },
    U8 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.get() & 0xff;
        }
    },
    I16 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    I32 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getInt();
        }
    },
    I64 {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getLong();
        }
    };

    static final String KNOWN = "F16, BF16, F32, F64, I8, U8, I16, I32 or I64";

    /// The decoder for that type, or null when its elements are no real numbers.
    static @Nullable ElementDecoder of(TensorType type) {
        return switch (type) {
            case F16 -> F16;
            case BF16 -> BF16;
            case F32 -> F32;
            case F64 -> F64;
            case I8 -> I8;
            case U8 -> U8;
            case I16 -> I16;
            case I32 -> I32;
            case I64 -> I64;
            default -> null;
        };
    }

    /// The number that the next bytes are.
    abstract double next(ByteBuffer bytes);

    /// Decodes elements from the position of the buffer on, in its byte order.
    void decode(ByteBuffer bytes, float[] target, int from, int count) {
        for (int index = from; index < from + count; index++) {
            target[index] = (float) next(bytes);
        }
    }

    /// Decodes elements from the position of the buffer on, in its byte order.
    void decode(ByteBuffer bytes, double[] target, int from, int count) {
        for (int index = from; index < from + count; index++) {
            target[index] = next(bytes);
        }
    }
}

package org.lstm4j.interop.onnx;

import org.jspecify.annotations.Nullable;
import org.lstm4j.model.TensorType;

/// The numbers that ONNX gives types of elements: TensorProto.DataType.
final class ElementTypes {

    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;
    static final int BOOL = 9;
    static final int FLOAT16 = 10;
    static final int DOUBLE = 11;
    static final int BFLOAT16 = 16;

    private ElementTypes() {}

    /// The type of that number, or null when it is no type of plain numbers.
    static @Nullable TensorType of(long number) {
        return switch (Math.clamp(number, -1, Integer.MAX_VALUE)) {
            case FLOAT -> TensorType.F32;
            case 2 -> TensorType.U8;
            case 3 -> TensorType.I8;
            case 4 -> TensorType.U16;
            case 5 -> TensorType.I16;
            case INT32 -> TensorType.I32;
            case INT64 -> TensorType.I64;
            case BOOL -> TensorType.BOOL;
            case FLOAT16 -> TensorType.F16;
            case DOUBLE -> TensorType.F64;
            case 12 -> TensorType.U32;
            case 13 -> TensorType.U64;
            case BFLOAT16 -> TensorType.BF16;
            default -> null;
        };
    }

    static boolean isReal(long number) {
        return number == FLOAT || number == FLOAT16 || number == DOUBLE || number == BFLOAT16;
    }

    static boolean isInteger(long number) {
        return number == INT32 || number == INT64;
    }

    static String name(int number) {
        TensorType type = of(number);
        return type == null ? "of element type " + number : type.name();
    }
}

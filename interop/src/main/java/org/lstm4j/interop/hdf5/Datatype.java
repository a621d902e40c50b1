package org.lstm4j.interop.hdf5;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.lstm4j.model.TensorType;

/// What an element is. Specification IV.A.2.d.
sealed interface Datatype {

    /// Bytes of an element.
    long size();

    /// A number.
    record Numeric(TensorType type, ByteOrder order) implements Datatype {

        @Override
        public long size() {
            return type.bits() / Byte.SIZE;
        }
    }

    /// A text of so many bytes, with padding at its end.
    record FixedText(long size) implements Datatype {}

    /// A text that stands in a global heap.
    record HeapText() implements Datatype {

        /// Length, address of the heap, index.
        static final int BYTES = 4 + Long.BYTES + 4;

        @Override
        public long size() {
            return BYTES;
        }
    }

    /// Anything else.
    ///
    /// @param name of its class
    record Other(String name, long size) implements Datatype {}

    static Datatype read(FileBlock block) {
        int classAndVersion = block.uint8();
        int bits = block.uint8() | block.uint8() << 8 | block.uint8() << 16;
        long size = block.uint32();
        Datatype number = switch (classAndVersion & 0xf) {
            case 0 -> whole(block, bits, size);
            case 1 -> floating(block, bits, size);
            case 3 -> new FixedText(size);
            case 9 -> (bits & 0xf) == 1 && size == HeapText.BYTES ? new HeapText() : null;
            default -> null;
        };
        return number != null ? number : new Other(nameOf(classAndVersion & 0xf) + " of " + size + " bytes", size);
    }

    private static @Nullable Datatype whole(FileBlock block, int bits, long size) {
        int shift = block.uint16();
        int precision = block.uint16();
        boolean signed = (bits & 8) != 0;
        TensorType type = switch ((int) Math.min(size, 9)) {
            case 1 -> signed ? TensorType.I8 : TensorType.U8;
            case 2 -> signed ? TensorType.I16 : TensorType.U16;
            case 4 -> signed ? TensorType.I32 : TensorType.U32;
            case 8 -> signed ? TensorType.I64 : TensorType.U64;
            default -> null;
        };
        return type == null || shift != 0 || precision != type.bits() ? null : new Numeric(type, order(bits));
    }

    /// A number of IEEE 754, or a bfloat16, by where its parts stand.
    private static @Nullable Datatype floating(FileBlock block, int bits, long size) {
        int shift = block.uint16();
        int precision = block.uint16();
        String parts = block.uint8() + " " + block.uint8() + " " + block.uint8() + " " + block.uint8() + " "
                + block.uint32();
        TensorType type = switch (parts) {
            case "10 5 0 10 15" -> TensorType.F16;
            case "7 8 0 7 127" -> TensorType.BF16;
            case "23 8 0 23 127" -> TensorType.F32;
            case "52 11 0 52 1023" -> TensorType.F64;
            default -> null;
        };
        boolean plain = type != null && shift == 0 && precision == type.bits() && size * Byte.SIZE == type.bits();
        return type == null || !plain || (bits & 0x40) != 0 ? null : new Numeric(type, order(bits));
    }

    private static ByteOrder order(int bits) {
        return (bits & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static String nameOf(int number) {
        return switch (number) {
            case 0 -> "whole number";
            case 1 -> "floating-point number";
            case 2 -> "time";
            case 3 -> "text";
            case 4 -> "bit field";
            case 5 -> "opaque value";
            case 6 -> "compound";
            case 7 -> "reference";
            case 8 -> "enumeration";
            case 9 -> "list";
            case 10 -> "array";
            default -> "type " + number;
        };
    }
}

package org.lstm4j.model;

import org.jspecify.annotations.Nullable;

/// The element types of the safetensors format, under the names they have in its header.
///
/// lstm4j stores [#F32] and [#U8]; the others are known so that the headers of other tools' files can be read and checked.
public enum TensorType {
    BOOL(8), F4(4), F6_E2M3(6), F6_E3M2(6), U8(8), I8(8), F8_E5M2(8), F8_E4M3(8), F8_E8M0(8), I16(16), U16(16), F16(
            16), BF16(16), I32(32), U32(32), F32(32), C64(64), F64(64), I64(64), U64(64);

    private final int bits;

    TensorType(int bits) {
        this.bits = bits;
    }

    /// Bits an element takes.
    public int bits() {
        return bits;
    }

    /// Bytes that many elements take.
    ///
    /// @throws ArithmeticException when that is more than a long can count
    /// @throws IllegalArgumentException when the last byte would be cut
    long bytesOf(long elements) {
        long allBits = Math.multiplyExact(elements, bits);
        if (allBits % Byte.SIZE != 0) {
            throw new IllegalArgumentException(elements + " elements of " + this + " do not end at a full byte");
        }
        return allBits / Byte.SIZE;
    }

    /// The type of that name in a header, or null when there is none.
    static @Nullable TensorType named(String name) {
        for (TensorType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}

package org.lstm4j.interop.protobuf;

import org.jspecify.annotations.Nullable;

/// How the value of a field is encoded. Groups, which nobody has written for many years and which could be nested without a length to check,
/// have no constant.
public enum WireType {
    VARINT(0), FIXED_64(1), LENGTH(2), FIXED_32(5);

    private final int code;

    WireType(int code) {
        this.code = code;
    }

    static @Nullable WireType of(int code) {
        for (WireType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}

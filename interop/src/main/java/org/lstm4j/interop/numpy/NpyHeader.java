package org.lstm4j.interop.numpy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// What an npy file says before its data: `{'descr': '<f4', 'fortran_order': False, 'shape': (4, 10, 1), }`, a text in Python's notation,
/// of which exactly this is understood. Source: NumPy's `numpy.lib.format`, versions 1 to 3.
///
/// @param type of the elements
/// @param order of their bytes
/// @param columnMajor whether the first index moves fastest
/// @param shape sizes, outermost first
/// @param dataAt where the elements begin
record NpyHeader(TensorType type, ByteOrder order, boolean columnMajor, List<Long> shape, long dataAt) {

    private static final byte[] SIGNATURE = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LARGEST = 1 << 16;
    private static final Pattern TEXT = Pattern.compile(
            "\\{'descr': '([<>|=])([a-z]\\d{1,2})', 'fortran_order': (True|False), "
                    + "'shape': \\(((?:\\d{1,18}, ?){0,32}(?:\\d{1,18})?)\\),? ?\\}\\s*");

    static NpyHeader read(ByteSource source) {
        byte[] start = source.bytes(0, SIGNATURE.length + 2);
        if (!Arrays.equals(start, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw source.faults().damagedAt(0, "not an array of NumPy", "its signature", "");
        }
        int version = start[SIGNATURE.length];
        int lengthBytes = version == 1 ? 2 : 4;
        byte[] lengths = source.bytes(start.length, lengthBytes);
        long length = 0;
        for (int index = 0; index < lengthBytes; index++) {
            length |= (lengths[index] & 0xffL) << (Byte.SIZE * index);
        }
        if (version < 1 || version > 3 || length > LARGEST) {
            throw source.faults().damagedAt(SIGNATURE.length, "the header of an array is not as NumPy writes it",
                    "version 1 to 3 and at most " + LARGEST + " bytes",
                    "version " + version + " and " + length + " bytes");
        }
        long at = (long) start.length + lengthBytes;
        String text = new String(source.bytes(at, (int) length), StandardCharsets.ISO_8859_1);
        return parse(source, text, at, at + length);
    }

    private static NpyHeader parse(ByteSource source, String text, long at, long dataAt) {
        Matcher matcher = TEXT.matcher(text);
        TensorType type = matcher.matches() ? type(matcher.group(2)) : null;
        if (type == null) {
            throw source.faults().damagedAt(at, "the header of an array is not one of plain numbers",
                    "{'descr': '<f4', 'fortran_order': False, 'shape': (…)}", Quoted.of(text.strip()));
        }
        List<Long> shape = new ArrayList<>();
        for (String size : matcher.group(4).split(",", 0)) {
            if (!size.isBlank()) {
                shape.add(Long.parseLong(size.strip()));
            }
        }
        ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(type, order, matcher.group(3).equals("True"), shape, dataAt);
    }

    private static @Nullable TensorType type(String name) {
        return switch (name) {
            case "f2" -> TensorType.F16;
            case "f4" -> TensorType.F32;
            case "f8" -> TensorType.F64;
            case "i1" -> TensorType.I8;
            case "u1" -> TensorType.U8;
            case "i2" -> TensorType.I16;
            case "i4" -> TensorType.I32;
            case "i8" -> TensorType.I64;
            default -> null;
        };
    }
}

package org.lstm4j.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Axis;

/// One number that two sets of weights share when they are the same, bit for bit.
///
/// It is the SHA-256 of these bytes, tensor after tensor in the order of their names (compared as unsigned UTF-8 bytes),
/// all integers little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 4 | n, how many bytes the name has |
/// | n | the name in UTF-8 |
/// | 4 | r, how many axes the shape has |
/// | 4 · r | their sizes, outermost first |
/// | 4 · elements | the float32 values, row-major; every NaN as 0x7fc00000, −0 and +0 as they are |
public final class WeightsHash {

    private static final int BLOCK = 1 << 16;

    private WeightsHash() {}

    /// The hash as 64 hexadecimal digits, lower case.
    public static String sha256(List<Parameter> parameters) {
        MessageDigest digest = Sha256.start();
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        parameters.stream().sorted(Comparator.comparing(WeightsHash::nameBytes, Arrays::compareUnsigned))
                .forEach(parameter -> add(parameter, digest, block));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Parameter parameter, MessageDigest digest, ByteBuffer block) {
        byte[] name = nameBytes(parameter);
        add(name.length, digest, block);
        digest.update(name);
        add(parameter.shape().rank(), digest, block);
        for (Axis axis : parameter.shape().axes()) {
            add(axis.size(), digest, block);
        }
        block.clear();
        for (float value : parameter.value()) {
            if (!block.hasRemaining()) {
                digest.update(block.flip());
                block.clear();
            }
            block.putInt(Float.floatToIntBits(value));
        }
        digest.update(block.flip());
    }

    private static void add(int value, MessageDigest digest, ByteBuffer block) {
        digest.update(block.clear().putInt(value).flip());
    }

    private static byte[] nameBytes(Parameter parameter) {
        return parameter.name().getBytes(StandardCharsets.UTF_8);
    }
}

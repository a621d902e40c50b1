package org.lstm4j.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lstm4j.forecast.TimeSeries;

/// SHA-256 over series in their order: name, frequency, first instant, column
/// names, and the values column by column as little-endian doubles, NaN in its
/// one canonical form; after a column of categories, their names. Texts go in as UTF-8 with their length before them.
final class Fingerprint {

    private Fingerprint() {}

    static String of(List<TimeSeries> series) {
        MessageDigest digest = sha256();
        for (TimeSeries one : series) {
            text(digest, one.name());
            text(digest, one.timeline().frequency().toString());
            number(digest, one.steps() == 0 ? 0 : one.timeline().start());
            number(digest, one.columns().size());
            for (String column : one.columns()) {
                text(digest, column);
                double[] values = one.column(column);
                ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
                for (double value : values) {
                    // doubleToLongBits, not doubleToRawLongBits: one bit pattern for every NaN
                    bytes.putLong(Double.doubleToLongBits(value));
                }
                number(digest, values.length);
                digest.update(bytes.flip());
                one.categories(column).forEach(category -> text(digest, category));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

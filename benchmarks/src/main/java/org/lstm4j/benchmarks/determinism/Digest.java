package org.lstm4j.benchmarks.determinism;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.Sequential;

/// What must be the same everywhere, as SHA-256 in hexadecimal digits.
///
/// @param weights of the trained weights, see [WeightsHash]
/// @param forecasts of what the trained network says, its losses included: float64, little-endian, NaN as 0x7ff8000000000000
/// @param file of the model file; [#NO_FILE] where none is written
record Digest(String weights, String forecasts, String file) {

    static final String NO_FILE = "none";

    static Digest of(Sequential network, double... results) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * results.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double result : results) {
            bytes.putLong(Double.doubleToLongBits(result));
        }
        return new Digest(WeightsHash.sha256(network.parameters()), sha256(bytes.array()), NO_FILE);
    }

    /// The same with the bytes of a model file.
    Digest withFile(byte[] bytes) {
        return new Digest(weights, forecasts, sha256(bytes));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

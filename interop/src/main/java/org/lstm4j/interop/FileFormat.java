package org.lstm4j.interop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.numpy.NpzReader;
import org.lstm4j.interop.pytorch.TorchArchive;
import org.lstm4j.model.ByteSource;

/// What kind of file something is, told from its first bytes, and for archives from their members; names and endings say nothing, but for
/// ONNX, which has no first bytes of its own.
public enum FileFormat {
    SAFETENSORS("safetensors"), PYTORCH("PyTorch"), PYTORCH_LEGACY("PyTorch before 1.6, or a bare pickle"), TAR(
            "a tar archive"), NUMPY("NumPy arrays"), KERAS("Keras 3"), HDF5("HDF5"), ONNX("ONNX"), UNKNOWN("unknown");

    private static final byte[] HDF5_START = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int TAR_MARK = 257;
    private static final int PICKLE_PROTOCOL = 0x80;
    private static final int HIGHEST_PICKLE = 5;

    private final String words;

    FileFormat(String words) {
        this.words = words;
    }

    /// What messages call it.
    public String words() {
        return words;
    }

    /// The format of a file.
    ///
    /// @param name of the file
    /// @throws org.lstm4j.ModelFileException when it is an archive and a damaged one
    public static FileFormat of(ByteSource source, String name) {
        byte[] start = source.bytes(0, (int) Math.min(source.size(), TAR_MARK + 5));
        if (ZipArchive.looksLikeOne(source)) {
            return ofArchive(ZipArchive.read(source));
        }
        if (begins(start, 0, HDF5_START)) {
            return HDF5;
        }
        // before pickles: the length of a header may begin as one
        if (looksLikeSafetensors(source, start)) {
            return SAFETENSORS;
        }
        if (start.length > 1 && (start[0] & 0xff) == PICKLE_PROTOCOL && start[1] >= 2 && start[1] <= HIGHEST_PICKLE) {
            return PYTORCH_LEGACY;
        }
        if (begins(start, TAR_MARK, new byte[]{'u', 's', 't', 'a', 'r'})) {
            return TAR;
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".onnx") ? ONNX : UNKNOWN;
    }

    private static FileFormat ofArchive(ZipArchive archive) {
        if (archive.names().contains("config.json")) {
            return KERAS;
        }
        if (TorchArchive.isOne(archive)) {
            return PYTORCH;
        }
        return NpzReader.isOne(archive) ? NUMPY : UNKNOWN;
    }

    private static boolean begins(byte[] bytes, int from, byte[] expected) {
        return bytes.length >= from + expected.length
                && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }

    /// A length of eight bytes and the brace of a JSON object, before which white space may stand.
    private static boolean looksLikeSafetensors(ByteSource source, byte[] start) {
        if (start.length < Long.BYTES + 2) {
            return false;
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        int at = Long.BYTES;
        while (at < start.length && Character.isWhitespace(start[at])) {
            at++;
        }
        return length > 0 && length <= source.size() - Long.BYTES && (at == start.length || start[at] == '{');
    }
}

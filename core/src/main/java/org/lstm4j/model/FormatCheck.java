package org.lstm4j.model;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a safetensors file is of a kind and a version known here, and unharmed.
final class FormatCheck {

    private static final Pattern VERSION_TEXT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern RELEASE_TEXT = Pattern.compile("[0-9A-Za-z.+-]{1,32}");

    private FormatCheck() {}

    /// Looks at the version and at where the checksum stands, not at the weights.
    ///
    /// @return the version
    /// @throws org.lstm4j.ModelFileException when the file is not one that can be read here
    static int requireReadable(SafetensorsReader reader, FileKind kind) {
        int version = requireVersion(reader.header().metadata(), kind, reader.faults());
        List<TensorEntry> tensors = reader.header().tensors();
        TensorEntry last = tensors.isEmpty() ? null : tensors.getLast();
        if (last == null || !last.name().equals(ModelHeader.CHECKSUM) || last.type() != TensorType.U8
                || !last.shape().equals(List.of((long) Sha256.BYTES))) {
            throw reader.faults().damaged("the checksum is missing",
                    "a last tensor '" + ModelHeader.CHECKSUM + "' of type U8 and shape [" + Sha256.BYTES + "]",
                    last == null ? "no tensors" : last.toString());
        }
        return version;
    }

    /// Compares every byte with the checksum, in one pass over the file.
    ///
    /// @throws org.lstm4j.ModelFileException when a byte is not as it was written
    static void requireUnharmed(SafetensorsReader reader) {
        TensorEntry checksum = reader.header().tensors().getLast();
        byte[] expected = reader.bytes(ModelHeader.CHECKSUM);
        byte[] received = reader.sha256Before(checksum);
        if (!Arrays.equals(expected, received)) {
            HexFormat hex = HexFormat.of();
            throw reader.faults().damaged("the file is damaged: its bytes do not give its checksum",
                    hex.formatHex(expected), hex.formatHex(received));
        }
    }

    private static int requireVersion(Map<String, String> metadata, FileKind kind, FileFaults faults) {
        String version = metadata.get(kind.versionName());
        if (version == null) {
            throw faults.unusable("a safetensors file, but not a " + kind.text() + " of lstm4j",
                    "metadata '" + kind.versionName() + "'", FileKind.describe(metadata),
                    "give a file that lstm4j wrote, or convert this one first");
        }
        if (!VERSION_TEXT.matcher(version).matches()) {
            throw faults.damaged("the format version is not a number", "1 or more", Quoted.of(version));
        }
        int number = Integer.parseInt(version);
        if (number > kind.newest()) {
            String release = metadata.getOrDefault(ModelHeader.REQUIRES, "");
            throw faults.unusable("the " + kind.text() + " file is of a newer format",
                    "format version " + kind.newest() + " or older", "format version " + number,
                    RELEASE_TEXT.matcher(release).matches()
                            ? "use lstm4j " + release + " or later"
                            : "use a later release of lstm4j");
        }
        return number;
    }
}

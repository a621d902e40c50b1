package org.lstm4j.campaigns.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where hostile files are written to, one after the other.
final class HostileFolder {

    private final Path folder;
    private final List<HostileFile> files = new ArrayList<>();

    HostileFolder(Path folder) {
        this.folder = folder;
    }

    /// A file that must be refused.
    void add(String format, String trick, byte[] bytes) {
        add(format, trick, bytes, false);
    }

    /// A file that must be refused or read.
    void addForged(String format, String trick, byte[] bytes) {
        add(format, trick, bytes, true);
    }

    private void add(String format, String trick, byte[] bytes, boolean harmless) {
        String ending = switch (format) {
            case "pytorch" -> ".pt";
            case "hdf5" -> ".h5";
            case "numpy" -> ".npz";
            default -> "." + format;
        };
        Path path = folder.resolve(String.format(Locale.ROOT, "%03d%s", files.size(), ending));
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.add(new HostileFile(format, trick, path, harmless));
    }

    List<HostileFile> files() {
        return List.copyOf(files);
    }
}

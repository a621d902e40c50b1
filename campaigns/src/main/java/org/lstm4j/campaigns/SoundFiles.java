package org.lstm4j.campaigns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Files as frameworks write them: where there is a sound one, most changes of it go deep into a reader.
///
/// @param folder of the files that the tests of module interop read
public record SoundFiles(Path folder) {

    /// Where they lie in a checkout, seen from the folder of this module.
    public static final Path FOLDER = Path.of("..", "interop", "src", "test", "resources", "org", "lstm4j", "interop");

    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is in an archive, in its order.
    public Map<String, byte[]> members(String archive) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(folder.resolve(archive).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    members.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    /// The member of an archive whose name ends so.
    public byte[] member(String archive, String end) {
        return members(archive).entrySet().stream().filter(member -> member.getKey().endsWith(end)).findFirst()
                .orElseThrow().getValue();
    }
}

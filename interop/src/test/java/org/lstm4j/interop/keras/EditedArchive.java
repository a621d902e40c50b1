package org.lstm4j.interop.keras;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ByteSource;

/// A `.keras` file of the tests with another configuration, deflated.
final class EditedArchive {

    private EditedArchive() {}

    /// @param from part of the configuration, which must be there
    static ByteSource replacing(String model, String from, String to) throws IOException {
        String config = Json.write(KerasReaderTest.config(model));
        if (!config.contains(from)) {
            throw new IllegalArgumentException("no '" + from + "' in " + config);
        }
        return with(model, Json.parse(config.replace(from, to)).asObject());
    }

    static ByteSource with(String model, JsonObject config) throws IOException {
        ZipArchive archive = ZipArchive.read(KerasReaderTest.bytes(model + ".keras"));
        Map<String, byte[]> members = new LinkedHashMap<>();
        archive.names().forEach(name -> {
            ByteSource member = archive.member(name).orElseThrow();
            members.put(name, member.bytes(0, (int) member.size()));
        });
        members.put("config.json", Json.write(config).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ByteSource.of("edited.keras", zip(members));
    }

    static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

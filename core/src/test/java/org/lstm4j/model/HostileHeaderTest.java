package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.StorageException;

/// Headers that lie, and files that are no safetensors files at all, are refused with a reason.
class HostileHeaderTest {

    private static final String A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    @TempDir
    private Path folder;

    /// Each header would go with 16 bytes of data.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    {"a":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}}                                 | none below 0
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[-16,0]}}                                 | none below 0
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[16,0]}}                                  | takes 16 bytes
                    {"a":{"dtype":"F32","shape":[5],"data_offsets":[0,16]}}                                  | takes 20 bytes
                    {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,16]}}                                  | takes 12 bytes
                    {"a":{"dtype":"F32","shape":[5],"data_offsets":[0,20]}}                                  | do not agree
                    {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}                                  | do not agree
                    {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}               | too large to count
                    {"a":{"dtype":"F32","shape":[1152921504606846976],"data_offsets":[0,0]}}                 | too large to count
                    {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,16]}}               | not valid JSON
                    {"a":{"dtype":"F32","shape":[1099511627776],"data_offsets":[0,4398046511104]}}           | do not agree
                    {"a":{"dtype":"F32","shape":[4.0],"data_offsets":[0,16]}}                                | whole number
                    {"a":{"dtype":"F32","shape":["4"],"data_offsets":[0,16]}}                                | whole number
                    {"a":{"dtype":"F32","shape":4,"data_offsets":[0,16]}}                                    | an array
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[0]}}                                     | two data_offsets
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16,16]}}                               | two data_offsets
                    {"a":{"dtype":"F32","shape":[4]}}                                                        | two data_offsets
                    {"a":{"dtype":"F4","shape":[3],"data_offsets":[0,2]}}                                    | full byte
                    {"a":{"dtype":"Q8","shape":[4],"data_offsets":[0,16]}}                                   | unknown dtype 'Q8'
                    {"a":{"dtype":7,"shape":[4],"data_offsets":[0,16]}}                                      | a text
                    {"a":{"dtype":"F32","dtype":"F32","shape":[4],"data_offsets":[0,16]}}                    | two members dtype
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16],"run":"me"}}                       | unknown member 'run'
                    {"a":[]}                                                                                 | an object
                    {"a":null}                                                                               | an object
                    {"__metadata__":{"k":1}}                                                                 | a text
                    {"__metadata__":[]}                                                                      | an object
                    {"__metadata__":{"k":"1","k":"2"}}                                                       | name 'k'
                    {"__metadata__":{},"__metadata__":{}}                                                    | two objects
                    {"__metadata__":{"k\\u0000":"1"}}                                                        | 'k\\u0000'
                    {"a\\u0000b":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                          | 'a\\u0000b'
                    {"a\\u001b[2J":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                        | control characters
                    {"a\\u0085":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                           | control characters
                    {"":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                                   | must not be empty
                    {"a\\ud800":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                           | surrogate pair
                    {"a\\udc00":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                           | low surrogate
                    []                                                                                       | an object
                    {"a"                                                                                     | not valid JSON
                    {} {}                                                                                    | goes on
                    {}}                                                                                      | not valid JSON
                    {"a":NaN}                                                                                | not valid JSON
                    """)
    void refusesLies(String header, String reason) {
        assertRefused(Forged.safetensors(folder, header, 16), reason);
    }

    @Test
    void refusesTwoTensorsOfOneName() {
        assertRefused(Forged.safetensors(folder, "{" + A + "," + A + "}", 8), "two tensors have the name 'a'");
    }

    @Test
    void refusesHolesAndOverlaps() {
        String hole = "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]}";
        assertRefused(Forged.safetensors(folder, "{" + A + "," + hole + "}", 16), "leaves a hole");
        String overlap = "\"b\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[4,16]}";
        assertRefused(Forged.safetensors(folder, "{" + A + "," + overlap + "}", 16), "overlaps");
        assertRefused(Forged.safetensors(folder, "{" + hole + "}", 16), "leaves a hole");
        assertRefused(Forged.safetensors(folder, "{" + A + "}", 9), "do not agree");
    }

    @Test
    void refusesAxesNestingAndEntriesWithoutEnd() {
        String axes = "1,".repeat(40) + "1";
        assertRefused(Forged.safetensors(folder,
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[" + axes + "],\"data_offsets\":[0,4]}}", 4), "at most 32");
        assertRefused(Forged.safetensors(folder, "{\"a\":" + "[".repeat(100_000), 0), "an object");
        assertRefused(Forged.safetensors(folder, "{\"a\":".repeat(100_000), 0), "unknown member 'a'");
        StringBuilder many = new StringBuilder("{\"__metadata__\":{\"k\":\"\"");
        for (int entry = 0; entry < 25_001; entry++) {
            many.append(",\"").append(entry).append("\":\"\"");
        }
        assertRefused(Forged.safetensors(folder, many + "}}", 0), "more than 25000");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] header = ("{" + A + "}").getBytes(StandardCharsets.UTF_8);
        header[2] = (byte) 0xff;
        assertRefused(Forged.safetensors(folder, header, 8), "not valid UTF-8");
        assertRefused(Forged.safetensors(folder, ("{" + A + "}").getBytes(StandardCharsets.UTF_16), 8), "UTF-8");
        assertRefused(Forged.safetensors(folder, "\uFEFF{" + A + "}", 8), "not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 100_000_001, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void refusesHeaderLengthsThatCannotBe(long length) {
        byte[] bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
        assertRefused(Forged.file(folder, bytes), "a header of at most 8 bytes; received the length "
                + Long.toUnsignedString(length));
    }

    /// A sparse file of 200 MB, so that only the limit itself stands in the way.
    @Test
    void refusesHeadersAboveTheLimitOfTheFormat() throws IOException {
        Path file = Forged.file(folder, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(100_000_001)
                .array());
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(200_000_000).write(ByteBuffer.allocate(1));
        }
        assertRefused(file, "at most 100000000 bytes");
    }

    @Test
    void acceptsWhiteSpaceAroundTheHeader() {
        Path file = Forged.safetensors(folder, " \n\t{" + A + "}  \r\n", 8);
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertThat(reader.floats("a")).containsExactly(0f, 0f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void refusesFilesWithoutRoomForTheLength(int length) {
        assertRefused(Forged.file(folder, new byte[length]), length + " bytes");
    }

    @Test
    void showsHowATextFileBegins() {
        Path file = Forged.file(folder, "date,demand\n2024-01-01,3\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(file, "begins with 'date,dem'");
    }

    @Test
    void refusesFoldersAndMissingFiles() {
        assertRefused(folder, "a folder");
        assertThatThrownBy(() -> SafetensorsReader.open(folder.resolve("none"))).isInstanceOf(StorageException.class)
                .hasMessageContaining("does not exist");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> SafetensorsReader.open(file).close()).isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file.toString()).hasMessageContaining(reason);
    }
}

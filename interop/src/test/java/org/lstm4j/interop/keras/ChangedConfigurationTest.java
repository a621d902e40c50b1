package org.lstm4j.interop.keras;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ByteSource;

/// Puts something else in the place of every value of a configuration: it must be read or refused.
class ChangedConfigurationTest {

    private static final List<JsonValue> OTHERS = List.of("null", "true", "-1", "2147483647", "0.5", "\"softmax\"",
            "[]", "[null, 200000000]", "{}").stream().map(Json::parse).toList();

    @ParameterizedTest
    @ValueSource(strings = {"layers/graph", "layers/normalization", "layers/embedding"})
    void readsOrRefusesWhateverIsChanged(String model) throws IOException {
        JsonObject config = KerasReaderTest.config(model);
        ByteSource weights = ZipArchive.read(KerasReaderTest.bytes(model + ".keras")).member("model.weights.h5")
                .orElseThrow();
        int values = count(config);
        for (int place = 1; place < values; place++) {
            for (JsonValue other : OTHERS) {
                read(weights, new Change(place, other).of(config));
            }
        }
    }

    private static void read(ByteSource weights, JsonValue changed) {
        try {
            KerasReader.read(weights,
                    ImportOptions.NONE.withMapping(new MappingFile("mapping.json", changed.asObject())));
        } catch (Lstm4jException _) {
            // as it should be
        } catch (RuntimeException | Error e) {
            fail(Json.write(changed), e);
        }
    }

    private static int count(JsonValue value) {
        return 1 + switch (value) {
            case JsonObject object ->
                object.members().values().stream().mapToInt(ChangedConfigurationTest::count).sum();
            case JsonArray array -> array.items().stream().mapToInt(ChangedConfigurationTest::count).sum();
            default -> 0;
        };
    }

    /// Another value in the place of one, counted from the outermost.
    private static final class Change {

        private final JsonValue other;
        private int left;

        Change(int place, JsonValue other) {
            this.other = other;
            left = place;
        }

        JsonValue of(JsonValue value) {
            if (left-- == 0) {
                return other;
            }
            return switch (value) {
                case JsonObject object -> {
                    Map<String, JsonValue> members = new LinkedHashMap<>();
                    object.members().forEach((name, member) -> members.put(name, of(member)));
                    yield new JsonObject(members);
                }
                case JsonArray array -> {
                    List<JsonValue> items = new ArrayList<>();
                    array.items().forEach(item -> items.add(of(item)));
                    yield new JsonArray(items);
                }
                default -> value;
            };
        }
    }
}

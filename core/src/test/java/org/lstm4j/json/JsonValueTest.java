package org.lstm4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonObject;

class JsonValueTest {

    @Test
    void buildsObjectsInOrder() {
        JsonObject object = JsonValue.object().put("text", "a").put("truth", true).put("whole", 1L << 62)
                .put("double", 0.1).put("float", 0.1f).put("numbers", new double[]{1, 2})
                .put("texts", JsonValue.ofTexts(List.of("b", "c"))).build();
        assertThat(Json.write(object)).isEqualTo("{\"text\":\"a\",\"truth\":true,\"whole\":4611686018427387904,"
                + "\"double\":0.1,\"float\":0.1,\"numbers\":[1.0,2.0],\"texts\":[\"b\",\"c\"]}");
    }

    @Test
    void writesNaNAndInfinityAsNull() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertThat(Json.write(JsonValue.of(values))).isEqualTo("[null,null,null]");
        assertThat(JsonValue.of(Float.NaN)).isEqualTo(JsonNull.NULL);
        assertThat(JsonNull.NULL.asDouble()).isNaN();
        assertThat(JsonNull.NULL.asFloat()).isNaN();
    }

    @Test
    void readsValuesOfTheirKind() {
        assertThat(Json.parse("7").asInt()).isEqualTo(7);
        assertThat(Json.parse("-9007199254740993").asLong()).isEqualTo(-9007199254740993L);
        assertThat(Json.parse("1e2").asDouble()).isEqualTo(100);
        assertThat(Json.parse("\"x\"").asText()).isEqualTo("x");
        assertThat(Json.parse("true").asBoolean()).isTrue();
        assertThat(Json.parse("[1]").asList()).containsExactly(JsonValue.of(1));
    }

    @Test
    void saysWhatItExpectedAndFound() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.of("x").asInt())
                .withMessage("expected a number, but found \"x\"");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.of(1).asText())
                .withMessage("expected a text, but found 1");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNull.NULL.asObject())
                .withMessage("expected an object, but found null");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.of(1).asList());
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.of(1).asBoolean());
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.of(1.5).asInt())
                .withMessage("expected a whole number below 2³¹, but found 1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.of(1L << 31).asInt());
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("9223372036854775808").asLong());
    }

    @Test
    void namesTheMembersThereAreWhenOneIsMissing() {
        JsonObject object = JsonValue.object().put("mean", 1).put("scale", 2).build();
        assertThat(object.get("median")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> object.require("median"))
                .withMessage("member 'median' is missing; present are [mean, scale]");
    }

    @Test
    void cutsLongValuesInMessages() {
        JsonValue large = JsonValue.of(new double[10_000]);
        assertThatIllegalArgumentException().isThrownBy(large::asText)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).endsWith("…"));
    }

    @Test
    void cannotBeChangedFromOutside() {
        Map<String, JsonValue> members = new LinkedHashMap<>(Map.of("a", JsonValue.of(1)));
        List<JsonValue> items = new ArrayList<>(List.of(JsonValue.of(1)));
        JsonObject object = new JsonObject(members);
        JsonArray array = new JsonArray(items);
        members.clear();
        items.clear();
        assertThat(object.members()).hasSize(1);
        assertThat(array.items()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> array.items().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> object.members().clear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "1,5", "0x1", "1 ", "01", "1}", "\"1\""})
    void refusesLiteralsThatAreNoNumbers(String literal) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JsonNumber(literal));
    }
}

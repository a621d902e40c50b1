package org.lstm4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.json.JsonValue.JsonObject;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "true", "false", "\"\"", "0", "-0.0", "1e-300", "9223372036854775807",
        "123456789012345678901234567890", "{\"b\":1,\"a\":[1,2.50,{\"c\":null}],\"\":\"x\"}",
        "\"\\\"\\\\\\n\\u0000\"", "\"Wärme 需求 😀\""})
    void writesWhatItRead(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void keepsTheOrderOfMembers() {
        JsonObject object = Json.parse("{\"z\":1,\"a\":2,\"m\":3}").asObject();
        assertThat(object.members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void acceptsWhiteSpaceAroundValues() {
        assertThat(Json.write(Json.parse(" \n{ \"a\" :\t[ 1 , 2 ] }\r\n"))).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void roundsDoublesAndFloatsNotAtAll() {
        for (double value : new double[]{0.1, Math.PI, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 1e23}) {
            assertThat(Json.parse(Json.write(JsonValue.of(value))).asDouble()).isEqualTo(value);
        }
        for (float value : new float[]{0.1f, (float) Math.PI, Float.MIN_VALUE, Float.MAX_VALUE, -0.0f}) {
            assertThat(Json.parse(Json.write(JsonValue.of(value))).asFloat()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,", "\"a", "{\"a\"}", "{\"a\":1,}", "[1,]", "{a:1}", "'a'", "01", "+1",
        ".5",
        "1.", "NaN", "Infinity", "-Infinity", "tru", "nul", "\"\t\"", "// c\n1", "]", "\"\\x\""})
    void refusesWhatIsNotJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "{} []", "null null", "\"a\" x", "{}}"})
    void refusesTextBehindTheValue(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @Test
    void refusesMembersNamedTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("{\"a\":1,\"b\":{},\"a\":1}"))
                .withMessageContaining("\"a\"");
        assertThat(Json.parse("{\"a\":{\"a\":1}}").asObject().members()).hasSize(1);
    }

    @Test
    void refusesMoreValuesThanAllowed() {
        assertThat(Json.parse("{\"a\":[1,[],{}]}", 5)).isEqualTo(Json.parse("{\"a\":[1,[],{}]}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("{\"a\":[1,[],{}]}", 4))
                .withMessage("JSON has more than 4 values");
    }

    @Test
    void refusesNestingWithoutEnd() {
        Json.parse("[".repeat(400) + "]".repeat(400));
        for (String opening : List.of("[", "{\"a\":")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(opening.repeat(1_000_000)))
                    .withMessageContaining("depth");
        }
    }
}

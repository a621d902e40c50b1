package org.lstm4j.tune.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNumber;

class HyperparameterTest {

    private static final int POINTS = 12_000;

    @Test
    void integersTakeEqualPartsOfALinearRange() {
        assertThat(counts(new IntegerRange("layers", 1, 3, Scale.LINEAR), 1, 3)).containsExactly(4000, 4000, 4000);
    }

    @Test
    void integersTakePartsByRatioOfALogarithmicRange() {
        int[] counts = counts(new IntegerRange("hidden", 1, 64, Scale.LOGARITHMIC), 1, 64);
        double perLog = POINTS / Math.log(64.5 / 0.5);
        for (int value = 1; value <= 64; value++) {
            assertThat((double) counts[value - 1]).isBetween(perLog * Math.log((value + 0.5) / (value - 0.5)) - 1.001,
                    perLog * Math.log((value + 0.5) / (value - 0.5)) + 1.001);
        }
    }

    private static int[] counts(IntegerRange range, int low, int high) {
        int[] counts = new int[high - low + 1];
        for (int index = 0; index < POINTS; index++) {
            counts[range.valueAt((index + 0.5) / POINTS).asInt() - low]++;
        }
        return counts;
    }

    @Test
    void endsAreReached() {
        for (Scale scale : Scale.values()) {
            IntegerRange integers = new IntegerRange("hidden", 16, 128, scale);
            assertThat(integers.valueAt(0)).isEqualTo(JsonValue.of(16L));
            assertThat(integers.valueAt(1)).isEqualTo(JsonValue.of(128L));
            RealRange reals = new RealRange("rate", 0.0001, 0.3, scale);
            assertThat(reals.valueAt(0)).isEqualTo(JsonValue.of(0.0001));
            assertThat(reals.valueAt(1)).isEqualTo(JsonValue.of(0.3));
        }
    }

    @Test
    void cellsAreHalfOpen() {
        IntegerRange range = new IntegerRange("layers", 1, 4, Scale.LINEAR);
        assertThat(range.valueAt(0.25 - 1e-12).asInt()).isEqualTo(1);
        assertThat(range.valueAt(0.25).asInt()).isEqualTo(2);
        Choice choice = new Choice("optimizer", List.of("adam", "sgd"));
        assertThat(choice.valueAt(Math.nextDown(0.5)).asText()).isEqualTo("adam");
        assertThat(choice.valueAt(0.5).asText()).isEqualTo("sgd");
    }

    @Test
    void everyIntegerHasItsPoint() {
        for (Scale scale : Scale.values()) {
            IntegerRange range = new IntegerRange("hidden", 1, 300, scale);
            for (int value = 1; value <= 300; value++) {
                assertThat(range.valueAt(range.pointOf(JsonValue.of((long) value))).asInt()).isEqualTo(value);
            }
        }
    }

    @Test
    void pointsOfRealsAreTheirs() {
        for (Scale scale : Scale.values()) {
            RealRange range = new RealRange("rate", 0.0001, 0.01, scale);
            for (int index = 0; index <= 100; index++) {
                double point = index / 100.0;
                assertThat(range.pointOf(range.valueAt(point))).isBetween(point - 2e-4, point + 2e-4);
            }
        }
        assertThat(new RealRange("rate", 0.0001, 0.01, Scale.LOGARITHMIC).pointOf(JsonValue.of(0.001)))
                .isBetween(0.4999, 0.5001);
    }

    @Test
    void realsHaveFewDigits() {
        assertThat(new RealRange("rate", 0.0001, 0.01, Scale.LOGARITHMIC).valueAt(1 / 3.0))
                .isEqualTo(new JsonNumber("4.642E-4"));
        assertThat(new RealRange("dropout", 0, 0.4, Scale.LINEAR).valueAt(1 / 3.0)).isEqualTo(new JsonNumber("0.1333"));
        assertThat(new RealRange("level", 1000, 1001, Scale.LINEAR).valueAt(1 / 3.0))
                .isEqualTo(new JsonNumber("1000.333"));
        assertThat(new RealRange("size", 0, 5e6, Scale.LINEAR).valueAt(1 / 3.0)).isEqualTo(new JsonNumber("1667000.0"));
    }

    @Test
    void oneValueIsNoChoice() {
        assertThat(new IntegerRange("layers", 2, 2, Scale.LINEAR).valueAt(0.7)).isEqualTo(JsonValue.of(2L));
        RealRange one = new RealRange("dropout", 0.2, 0.2, Scale.LINEAR);
        assertThat(one.valueAt(0.7)).isEqualTo(JsonValue.of(0.2));
        assertThat(one.pointOf(JsonValue.of(0.2))).isEqualTo(0.5);
        assertThat(new Choice("epochs", List.of("20")).valueAt(0.7)).isEqualTo(JsonValue.of(20L));
    }

    @Test
    void choiceOfNumbersHoldsNumbers() {
        Choice sizes = new Choice("batch-size", List.of("16", "32", "64"));
        assertThat(sizes.valueAt(0.5)).isEqualTo(JsonValue.of(32L));
        assertThat(sizes.pointOf(JsonValue.of(64L))).isBetween(0.83, 0.84);
        assertThat(new Choice("clip", List.of("1", "off")).valueAt(0)).isEqualTo(JsonValue.of("1"));
    }

    @Test
    void refusesPointsOutside() {
        Hyperparameter layers = new IntegerRange("layers", 1, 3, Scale.LINEAR);
        assertThatThrownBy(() -> layers.valueAt(1.1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a point lies between 0 and 1, but this one is 1.1");
        assertThatThrownBy(() -> layers.valueAt(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesValuesOutside() {
        Hyperparameter layers = new IntegerRange("layers", 1, 3, Scale.LINEAR);
        refuses(() -> layers.check(JsonValue.of(4L)),
                "'layers' has a value outside its search space; expected a whole number from 1 to 3; "
                        + "received 4; choose a value inside, or widen the search space");
        assertThatThrownBy(() -> layers.check(JsonValue.of(1.5))).hasMessageContaining("received 1.5");
        assertThatThrownBy(() -> layers.check(JsonValue.of("2"))).hasMessageContaining("received \"2\"");
        Hyperparameter dropout = new RealRange("dropout", 0, 0.5, Scale.LINEAR);
        refuses(() -> dropout.pointOf(JsonValue.of(0.6)),
                "'dropout' has a value outside its search space; expected a number from 0.0 to "
                        + "0.5; received 0.6; choose a value inside, or widen the search space");
        Hyperparameter optimizer = new Choice("optimizer", List.of("adam", "sgd"));
        refuses(() -> optimizer.pointOf(JsonValue.of("lion")),
                "'optimizer' has a value outside its search space; expected one of adam, "
                        + "sgd; received \"lion\"; choose a value inside, or widen the search space");
    }

    @Test
    void refusesRangesThatCannotBe() {
        refuses(() -> new IntegerRange("layers", 3, 1, Scale.LINEAR),
                "the range of 'layers' is contradictory; expected the smaller end "
                        + "first; received 3..1; turn its ends round: layers=1..3");
        refuses(() -> new RealRange("dropout", 0.5, 0.1, Scale.LINEAR),
                "the range of 'dropout' is contradictory; expected the smaller "
                        + "end first; received 0.5..0.1; turn its ends round: dropout=0.1..0.5");
        refuses(() -> new IntegerRange("hidden", 0, 8, Scale.LOGARITHMIC),
                "'hidden' cannot be searched on a logarithmic scale; expected "
                        + "a range above 0; received 0..8; let it begin above 0, or leave out :log");
        assertThatThrownBy(() -> new RealRange("rate", 0, 1, Scale.LOGARITHMIC))
                .hasMessageContaining("received 0.0..1.0");
        refuses(() -> new RealRange("rate", Double.NaN, 1, Scale.LINEAR),
                "the range of 'rate' has no end; expected two finite numbers; received NaN..1.0; give both ends");
        assertThatThrownBy(() -> new RealRange("rate", 0, Double.POSITIVE_INFINITY, Scale.LINEAR))
                .hasMessageContaining("0.0..Infinity");
        assertThatThrownBy(() -> new RealRange("rate", -Double.MAX_VALUE, Double.MAX_VALUE, Scale.LINEAR))
                .hasMessageContaining("no end");
    }

    @Test
    void refusesChoicesThatCannotBe() {
        refuses(() -> new Choice("optimizer", List.of()),
                "'optimizer' has nothing to choose from; expected one value or more; received none; write optimizer=first,second");
        refuses(() -> new Choice("optimizer", List.of("adam", "sgd", "adam")),
                "'optimizer' names a value twice; expected different values; received adam,sgd,adam; name each value once");
        refuses(() -> new Choice("optimizer", List.of("adam", "")),
                "'optimizer' has a value that cannot be chosen; expected a text without "
                        + "commas, double dots and spaces around it; received ''; write optimizer=first,second");
    }

    @Test
    void refusesNamesThatCannotBe() {
        refuses(() -> new Choice(" ", List.of("adam")),
                "the name of a hyperparameter is not possible; expected letters, digits and dashes, "
                        + "as in learning-rate; received ' '; rename it");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }
}

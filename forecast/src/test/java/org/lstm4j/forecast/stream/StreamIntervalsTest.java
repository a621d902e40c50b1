package org.lstm4j.forecast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.json.Json;
import org.lstm4j.nn.Initialization;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class StreamIntervalsTest {

    private static final int TRAINED = 400;
    private static final int HORIZON = 3;
    private static final double[] VALUES = values(2000);
    private static final Forecaster FORECASTER = trained();
    private static final StreamSettings CORRECTED = StreamSettings.standard()
            .withIntervals(StreamIntervals.CORRECTED);

    /// Noise is three times as large after training.
    @Test
    void intervalsHoldWhatTheySayAgainAfterAChange() {
        assertThat(share80(StreamSettings.standard())).isLessThan(0.6);
        assertThat(share80(CORRECTED)).isCloseTo(0.8, within(0.04));
    }

    private static double share80(StreamSettings settings) {
        StreamingForecaster stream = stream(settings);
        int held = 0;
        int count = 0;
        for (int step = TRAINED - 20; step + HORIZON < VALUES.length; step++) {
            stream.push("", step, VALUES[step]);
            if (step < TRAINED) {
                continue;
            }
            Forecast forecast = stream.forecast("", HORIZON).getFirst();
            for (int ahead = 0; ahead < HORIZON && step >= TRAINED + 600; ahead++) {
                List<Double> quantiles = forecast.quantiles().get(ahead);
                double value = VALUES[step + 1 + ahead];
                held += quantiles.get(forecast.levels().indexOf(0.1)) <= value
                        && value <= quantiles.get(forecast.levels().indexOf(0.9)) ? 1 : 0;
                count++;
            }
        }
        return (double) held / count;
    }

    @Test
    void correctNothingUntilARowComesThatWasForecast() {
        StreamingForecaster fixed = stream(StreamSettings.standard());
        StreamingForecaster corrected = stream(CORRECTED);
        for (int step = 0; step < 50; step++) {
            fixed.push("", step, VALUES[step]);
            corrected.push("", step, VALUES[step]);
        }
        assertThat(corrected.forecast("", HORIZON)).isEqualTo(fixed.forecast("", HORIZON));
        fixed.push("", 50, Double.NaN);
        corrected.push("", 50, Double.NaN);
        assertThat(corrected.forecast("", HORIZON)).isEqualTo(fixed.forecast("", HORIZON));
        fixed.push("", 51, 900);
        corrected.push("", 51, 900);
        Forecast before = fixed.forecast("", HORIZON).getFirst();
        Forecast after = corrected.forecast("", HORIZON).getFirst();
        assertThat(after.mean()).isEqualTo(before.mean());
        assertThat(after.quantiles().getFirst().getLast()).isGreaterThan(before.quantiles().getFirst().getLast());
    }

    /// Asking twice changes nothing, and neither does what another key learns.
    @Test
    void eachKeyLearnsByItselfAndOnce() {
        StreamingForecaster one = stream(CORRECTED);
        StreamingForecaster other = stream(CORRECTED);
        for (int step = 0; step < 60; step++) {
            one.push("a", step, VALUES[step]);
            other.push("a", step, VALUES[step]);
            other.push("b", step, 10 * VALUES[step]);
            if (step >= 8) {
                other.forecast("b", HORIZON);
                other.forecast("a", HORIZON);
                assertThat(other.forecast("a", HORIZON)).isEqualTo(one.forecast("a", HORIZON));
            }
        }
    }

    @Test
    void goOnWithTheSameNumbersFromTheState() {
        StreamingForecaster unbroken = stream(CORRECTED);
        StreamingForecaster resumed = stream(CORRECTED);
        for (int step = 0; step < 80; step++) {
            unbroken.push("", step, VALUES[step]);
            resumed.push("", step, VALUES[step]);
            resumed = StreamingForecaster.fromJson(Json.parse(Json.write(resumed.toJson())).asObject(), FORECASTER,
                    Compute.shared());
            if (step >= 8) {
                assertThat(resumed.forecast("", HORIZON)).isEqualTo(unbroken.forecast("", HORIZON));
            }
        }
        assertThat(resumed.toJson()).isEqualTo(unbroken.toJson());
    }

    @Test
    void stateStaysAsLargeAsItIs() {
        StreamingForecaster stream = stream(CORRECTED);
        int early = 0;
        for (int step = 0; step < 300; step++) {
            stream.push("", step, VALUES[step]);
            if (step >= 8) {
                stream.forecast("", HORIZON);
            }
            if (step == 50) {
                early = Json.write(stream.toJson()).length();
            }
        }
        assertThat(Json.write(stream.toJson()).length()).isLessThan(early * 5 / 4);
    }

    /// The model reads logarithms of 1 + value.
    @Test
    void aValueWithoutLogarithmTeachesNothing() {
        StreamingForecaster fixed = stream(StreamSettings.standard());
        StreamingForecaster corrected = stream(CORRECTED);
        for (int step = 0; step < 20; step++) {
            fixed.push("", step, VALUES[step]);
            corrected.push("", step, VALUES[step]);
        }
        corrected.forecast("", HORIZON);
        assertThat(corrected.push("", 20, -1)).isEqualTo(RowOutcome.NEXT);
        fixed.push("", 20, -1);
        for (int step = 21; step < 30; step++) {
            corrected.push("", step, VALUES[step]);
            fixed.push("", step, VALUES[step]);
        }
        assertThat(corrected.forecast("", HORIZON).getFirst().mean())
                .isEqualTo(fixed.forecast("", HORIZON).getFirst().mean());
    }

    @Test
    void refuseAStateOfOtherTargets() {
        assertThatThrownBy(() -> KeyIntervals.fromJson(Json.parse("[]"), FORECASTER))
                .hasMessage("intervals of 0 targets"
                        + " are saved, but the forecaster has 1; give the one they were saved with");
    }

    /// As they were before intervals learnt.
    @Test
    void aStateThatSaysNothingOfIntervalsHasThoseOfTheForecaster() {
        StreamingForecaster stream = stream(StreamSettings.standard());
        stream.push("", 0, VALUES[0]);
        String state = Json.write(stream.toJson());
        String old = state.replace(",\"intervals\":\"as-trained\"", "").replace(",\"intervals\":null", "");
        assertThat(old).doesNotContain("intervals");
        StreamingForecaster resumed = StreamingForecaster.fromJson(Json.parse(old).asObject(), FORECASTER,
                Compute.shared());
        assertThat(resumed.settings().intervals()).isEqualTo(StreamIntervals.AS_TRAINED);
        assertThat(Json.write(resumed.toJson())).isEqualTo(state);
    }

    @Test
    void labelsAreThoseOfStates() {
        assertThat(StreamIntervals.of("corrected")).isEqualTo(StreamIntervals.CORRECTED);
        assertThatThrownBy(() -> StreamIntervals.of("other")).hasMessage(
                "no rule for intervals of a stream is called 'other'; there are as-trained, corrected");
    }

    private static StreamingForecaster stream(StreamSettings settings) {
        return new StreamingForecaster(FORECASTER, settings, Compute.shared());
    }

    /// Reads logarithms, and has calibrated intervals.
    private static Forecaster trained() {
        ForecastSettings settings = ForecastSettings.horizon(HORIZON, "y")
                .withLookback(OptionalInt.of(8))
                .withScaling(Scaling.LOG)
                .withSplit(SplitShares.ofSteps(40, 120, 20))
                .withNetwork(new NetworkSettings(5, 1, false, 0, 0, Initialization.KERAS, Architecture.DIRECT))
                .withOptimization(OptimizationSettings.standard().withEpochs(3));
        double[] known = Arrays.copyOf(VALUES, TRAINED);
        return Streams.trained(settings,
                TimeSeries.of("", Timeline.ofSteps(), List.of("y"), new double[][]{known}));
    }

    private static double[] values(int count) {
        RandomStream random = new RandomStreams(5).stream("values");
        double[] values = new double[count];
        for (int step = 0; step < count; step++) {
            values[step] = 300 + 20 * StrictMath.sin(step * 0.3)
                    + random.nextGaussian() * (step < TRAINED ? 10 : 30);
        }
        return values;
    }
}

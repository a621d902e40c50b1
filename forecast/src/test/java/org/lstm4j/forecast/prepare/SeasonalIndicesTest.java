package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.random.RandomStreams;

class SeasonalIndicesTest {

    private static final FittedScaler HALVED = new FittedScaler(10, 2);
    private static final Timeline HOURS = Timeline.of(Instant.parse("2026-03-01T07:00:00Z").toEpochMilli(),
            Frequency.parse("h"), ZoneOffset.UTC);

    /// Twelve days of a trend with a swing of 6 at noon and −6 at midnight.
    private static double[] days(int steps) {
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            values[step] = 100 + 0.1 * step - 6 * StrictMath.cos(2 * Math.PI * (step + 7) / 24);
        }
        return values;
    }

    @Test
    void findsWhatEachHourAdds() {
        SeasonalIndices found = SeasonalIndices.fit(days(288), 288, HALVED, HOURS, 24);

        assertThat(found.indices()).hasSize(24);
        assertThat(found.indices().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(0, within(1e-9));
        assertThat(found.at(HOURS.ordinal(5))).as("noon").isCloseTo(3, within(1e-9));
        assertThat(found.at(HOURS.ordinal(17))).as("midnight").isCloseTo(-3, within(1e-9));
    }

    /// A later file of the same series begins at another hour.
    @Test
    void knowsThePlaceOfAStepInAnotherPartOfTheSeries() {
        SeasonalIndices found = SeasonalIndices.fit(days(288), 288, HALVED, HOURS, 24);
        Timeline later = Timeline.of(Instant.parse("2026-05-20T11:00:00Z").toEpochMilli(), Frequency.parse("h"),
                ZoneOffset.UTC);

        assertThat(found.at(later.ordinal(1))).as("noon").isEqualTo(found.at(HOURS.ordinal(5)));
    }

    @Test
    void looksAtNothingAfterTheTrainingPart() {
        double[] other = days(400);
        for (int step = 288; step < other.length; step++) {
            other[step] = -1e6 * step;
        }

        assertThat(SeasonalIndices.fit(other, 288, HALVED, HOURS, 24))
                .isEqualTo(SeasonalIndices.fit(days(400), 288, HALVED, HOURS, 24));
    }

    @Test
    void missingValuesChangeLittle() {
        double[] gaps = days(288);
        for (int step = 0; step < 12; step++) {
            gaps[step] = Double.NaN;
        }
        for (int step = 50; step < 288; step += 7) {
            gaps[step] = Double.NaN;
        }

        SeasonalIndices found = SeasonalIndices.fit(gaps, 288, HALVED, HOURS, 24);
        assertThat(found.at(HOURS.ordinal(5))).isCloseTo(3, within(0.05));
    }

    @Test
    void noiseAndShortSeriesHaveNone() {
        double[] noise = new double[288];
        RandomStreams random = new RandomStreams(1);
        var stream = random.stream("noise");
        for (int step = 0; step < noise.length; step++) {
            noise[step] = stream.nextDouble();
        }

        assertThat(SeasonalIndices.fit(noise, 288, HALVED, HOURS, 24)).isEqualTo(SeasonalIndices.NONE);
        assertThat(SeasonalIndices.fit(days(71), 71, HALVED, HOURS, 24).isSeasonal()).isFalse();
        assertThat(SeasonalIndices.fit(days(288), 288, HALVED, HOURS, 1).isSeasonal()).isFalse();
        assertThat(SeasonalIndices.NONE.at(7)).isZero();
    }

    @Test
    void survivesJson() {
        SeasonalIndices found = SeasonalIndices.fit(days(288), 288, HALVED, HOURS, 24);

        assertThat(SeasonalIndices.fromJson(found.toJson())).isEqualTo(found);
        assertThat(SeasonalIndices.fromJson(SeasonalIndices.NONE.toJson())).isEqualTo(SeasonalIndices.NONE);
    }
}

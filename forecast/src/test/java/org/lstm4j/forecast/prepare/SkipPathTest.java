package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class SkipPathTest {

    /// The same bits as a sum of one step after the other, whatever instructions there are.
    @Test
    void eachStepIsAWeightedSumInTheOrderOfTime() {
        int horizon = 37;
        int lookback = 53;
        int stride = 3;
        RandomStream random = new RandomStreams(2).stream("skip");
        float[][] weights = new float[horizon][lookback];
        float[] values = new float[5 + lookback * stride];
        for (float[] row : weights) {
            fill(row, random);
        }
        fill(values, random);
        float[] forecast = new float[horizon];
        new SkipPath(weights).forecast(values, 5, stride, forecast);

        for (int step = 0; step < horizon; step++) {
            float sum = 0f;
            for (int index = 0; index < lookback; index++) {
                sum = Math.fma(weights[step][index], values[5 + index * stride], sum);
            }
            assertThat(forecast[step]).isEqualTo(sum);
        }
    }

    @Test
    void theSeasonBeforeIsRepeatedAsOftenAsTheHorizonNeeds() {
        SkipPath path = SkipPath.seasonal(new WindowSpec(5, 7), 3);
        float[] forecast = new float[7];
        path.forecast(new float[]{1, 2, 3, 4, 5}, 0, 1, forecast);

        assertThat(forecast).containsExactly(3, 4, 5, 3, 4, 5, 3);
        assertThat(path.horizon()).isEqualTo(7);
        assertThat(path.lookback()).isEqualTo(5);
        assertThat(path.weights()[1]).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void aSeasonMustBeLookedBackOn() {
        for (int season : new int[]{0, 6}) {
            assertThatThrownBy(() -> SkipPath.seasonal(new WindowSpec(5, 7), season))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a season of " + season + " steps is not within the lookback of 5");
        }
    }

    private static void fill(float[] values, RandomStream random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) random.nextGaussian();
        }
    }
}

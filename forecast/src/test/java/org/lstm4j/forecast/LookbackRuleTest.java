package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far models look back.
class LookbackRuleTest {

    @ParameterizedTest
    @CsvSource({
        "DIRECT, 24, 24, 5000, 48, two seasons of 24 steps",
        "DIRECT, 24, 96, 5000, 96, four seasons of 24 steps",
        "DIRECT, 1, 5, 5000, 24, the least the rule gives",
        "DIRECT, 96, 10, 5000, 168, the most the rule gives",
        "DIRECT, 24, 24, 60, 18, half of the training part; in a longer series it would be 48",
        "SEGMENT, 24, 96, 8640, 336, 14 seasons of 24 steps",
        "SEGMENT, 48, 48, 36000, 336, 7 seasons of 48 steps",
        "SEGMENT, 96, 96, 34560, 336, the most the rule gives",
        "SEGMENT, 7, 56, 700, 112, 16 seasons of 7 steps",
        "SEGMENT, 12, 12, 2000, 168, 14 seasons of 12 steps",
        "SEGMENT, 1, 13, 1000, 52, four horizons",
        "SEGMENT, 365, 7, 2500, 730, two seasons of 365 steps"})
    void looksBackAsTheArchitectureNeedsIt(
            Architecture architecture, int season, int horizon, int steps, int lookback, String reason) {
        Choice choice = new LookbackRule(season, horizon, steps).lookback(architecture);
        assertThat(choice).isEqualTo(new Choice("lookback", Integer.toString(lookback), reason));
    }
}

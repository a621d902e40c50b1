package org.lstm4j.tune.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.tune.sampler.SamplerCampaign.Outcome;

/// The Parzen estimator beside random search, in short; [SamplerCampaign] is the long form.
class SamplerComparisonTest {

    private static final int SEEDS = 30;

    @Test
    void parzenEstimatorBeatsRandomSearch() {
        List<String> table = new ArrayList<>();
        for (Landscape landscape : Landscape.all()) {
            Outcome outcome = SamplerCampaign.compare(landscape, TpeSettings.defaults(), 40, SEEDS);
            table.add(SamplerCampaign.line(landscape, outcome));
            assertThat(outcome.winShare()).as(table.getLast()).isGreaterThan(0.55);
            assertThat(SamplerCampaign.quantile(outcome.tpe(), 0.5)).as(table.getLast())
                    .isLessThan(0.85 * SamplerCampaign.quantile(outcome.random(), 0.5));
        }
        table.forEach(System.out::println);
    }

    @Test
    void fewTrialsAreNotWorseThanRandomOnes() {
        double wins = 0;
        for (Landscape landscape : Landscape.all()) {
            wins += SamplerCampaign.compare(landscape, TpeSettings.defaults(), 12, SEEDS).winShare();
        }
        assertThat(wins / Landscape.all().size()).isGreaterThan(0.5);
    }
}

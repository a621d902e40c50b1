package org.lstm4j.tune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Pruning, judged by evaluating all trials on all rungs; [PruningCampaign] is the long form.
class PruningTest {

    @Test
    void prunedTrialsWouldNotHaveWon() throws InterruptedException {
        PruningCampaign.Outcome outcome = PruningCampaign.run(0, 24, 20);
        assertThat(outcome.kept()).isEqualTo(1);
        assertThat(outcome.losses()).containsOnly(0.0);
        assertThat(outcome.cost()).isLessThan(0.7);
    }

    @Test
    void noiseLosesLittle() throws InterruptedException {
        PruningCampaign.Outcome outcome = PruningCampaign.run(0.1, 24, 20);
        assertThat(outcome.kept()).isGreaterThan(0.5);
        assertThat(outcome.losses().get(15)).isLessThan(0.1);
    }
}

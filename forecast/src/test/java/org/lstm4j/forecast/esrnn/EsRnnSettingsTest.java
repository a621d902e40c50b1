package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Layer;

class EsRnnSettingsTest {

    @Test
    void theRuleGivesThePublishedDilations() {
        assertThat(EsRnnSettings.forSeasons(48, 24, 168).network().dilations())
                .isEqualTo(List.of(List.of(1, 4), List.of(24, 168)));
        assertThat(EsRnnSettings.forSeasons(14, 7).network().dilations())
                .isEqualTo(List.of(List.of(1, 3), List.of(7, 14)));
        assertThat(EsRnnSettings.forSeasons(8, 4).network().dilations())
                .isEqualTo(List.of(List.of(1, 2), List.of(4, 8)));
        EsRnnSettings weekly = EsRnnSettings.forCycle(13, 52);
        assertThat(weekly.network().dilations()).isEqualTo(List.of(List.of(1, 52)));
        assertThat(weekly.windows()).isEqualTo(new EsRnnWindows(10, 13, List.of(0.5), List.of(), 312));
    }

    @Test
    void theRateFallsTwiceInAsManyEpochsAsThereAre() {
        EsRnnTraining training = EsRnnTraining.ofEpochs(8);
        assertThat(training.schedule().learningRate(3, 1)).isEqualTo(1);
        assertThat(training.schedule().learningRate(4, 1)).isEqualTo(0.3);
        assertThat(training.schedule().learningRate(6, 1)).isCloseTo(0.09, within(1e-12));
        assertThat(EsRnnTraining.ofEpochs(1).epochs()).isEqualTo(1);
    }

    @Test
    void blocksButTheFirstHaveAWayAround() {
        EsRnnSettings settings = EsRnnSettings.forSeasons(8, 4).withNetwork(network -> network.withDenseLayers(1));
        List<String> kinds = settings.network().build(20, new WindowFrame(settings.windows()), 1).layers().stream()
                .map(Layer::spec)
                .map(spec -> spec.kind())
                .toList();
        assertThat(kinds).containsExactly("gaussian_noise", "dilated", "dilated", "residual", "dense", "dense");
    }

    @Test
    void refusesWhatCannotBe() {
        EsRnnSettings settings = EsRnnSettings.forSeasons(8, 4);
        assertMessage(() -> EsRnnSettings.forSeasons(8),
                "at least one season is needed; without any use forCycle(horizon, steps of a year)");
        assertMessage(() -> settings.withWindows(windows -> windows.withLevels()),
                "at least one quantile level is needed; give 0.5 for the median alone");
        assertMessage(() -> settings.withWindows(windows -> windows.withLevels(0.5, 0.5)),
                "quantile levels must be above 0, below 1 and each above the one before, but were [0.5, 0.5]");
        assertMessage(() -> settings.withWindows(windows -> windows.withInputSize(0)),
                "the window needs at least 1 value, but has 0");
        assertMessage(() -> settings.withWindows(windows -> windows.withMaximalWindows(0)),
                "there must be at least 1 window, but the most is 0");
        assertMessage(() -> EsRnnSettings.forCycle(0, 52), "the horizon must be at least 1 step, but was 0");
        assertMessage(() -> settings.withNetwork(network -> network.withDilations(List.of(List.of(1, 0)))),
                "every block needs at least one layer with a dilation of 1 or more, but the dilations are [[1, 0]];"
                        + " give some, such as [[1, 4], [24, 168]]");
        assertMessage(() -> settings.withNetwork(network -> network.withNoise(-1)),
                "the noise on inputs must be 0 or more and finite, but was -1.0");
        assertMessage(() -> settings.withTraining(training -> training.withEpochs(0)),
                "epochs must be at least 1, but was 0");
        assertMessage(() -> settings.withTraining(training -> training.withLearningRate(Double.NaN)),
                "the learning rate must be above 0 and finite, but was NaN");
        assertMessage(() -> settings.withTraining(training -> training.withLevelPenalty(-0.5)),
                "the penalty on levels must be 0 or more and finite, but was -0.5");
    }

    private static void assertMessage(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}

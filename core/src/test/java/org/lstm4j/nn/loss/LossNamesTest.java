package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;

class LossNamesTest {

    @ParameterizedTest
    @MethodSource("org.lstm4j.nn.loss.LossNames#known")
    void everyKnownNameIsThatOfItsLoss(String name) {
        assertThat(LossNames.parse(name).name()).isEqualTo(name);
    }

    @Test
    void takesNumbersAfterColon() {
        assertThat(LossNames.parse("huber:0.5")).isEqualTo(new Huber(0.5f));
        assertThat(LossNames.parse("mape:1")).isEqualTo(new MeanAbsolutePercentageError(1));
        assertThat(LossNames.parse("quantile:0.9")).isEqualTo(new Quantile(0.9));
        assertThat(LossNames.parse("quantiles:0.05,0.95")).isEqualTo(Quantiles.of(0.05, 0.95));
        assertThat(LossNames.parse("gaussian:0.01")).isEqualTo(new GaussianNegativeLogLikelihood(0.01));
        assertThat(LossNames.parse("student-t:0.01")).isEqualTo(new StudentTNegativeLogLikelihood(0.01));
        assertThat(LossNames.parse("laplace:0.01")).isEqualTo(new LaplaceNegativeLogLikelihood(0.01));
        assertThat(LossNames.parse("log-normal:0.01")).isEqualTo(new LogNormalNegativeLogLikelihood(0.01));
        assertThat(LossNames.parse("monotone-quantiles:0.05,0.95")).isEqualTo(MonotoneQuantiles.of(0.05, 0.95));
    }

    @Test
    void usualSettingsNeedNoNumbers() {
        assertThat(LossNames.parse("huber")).isEqualTo(new Huber(1));
        assertThat(LossNames.parse("quantile")).isEqualTo(new Quantile(0.5));
        assertThat(LossNames.parse("quantiles")).isEqualTo(Quantiles.of(0.1, 0.5, 0.9));
        assertThat(LossNames.parse("monotone-quantiles")).isEqualTo(MonotoneQuantiles.of(0.1, 0.5, 0.9));
        assertThat(LossNames.parse("student-t")).isEqualTo(new StudentTNegativeLogLikelihood(0.001));
        assertThat(LossNames.parse("negative_binomial")).isEqualTo(new NegativeBinomialNegativeLogLikelihood());
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-cosh", "log_cosh", "LOG-COSH", " Log_Cosh "})
    void caseAndDashesAreTheSame(String text) {
        assertThat(LossNames.parse(text)).isEqualTo(new LogCosh());
    }

    @Test
    void unknownNameListsTheKnownAndTheClosest() {
        assertThatThrownBy(() -> LossNames.parse("hubber")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no loss 'hubber'; expected one of mse, mae, huber, ")
                .hasMessageContaining("did you mean 'huber'?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    mse:1              | the loss mse does not take what follows the colon; expected no number; received '1'; write mse
                    huber:             | expected one number, its delta; received ''; write, for instance, huber:0.5
                    huber:wide         | received 'wide'
                    quantile:0.1,0.9   | expected one number, its level; received '0.1,0.9'
                    quantiles:0.1;0.9  | expected numbers with commas between them, its levels
                    negative-binomial:1 | the loss negative-binomial does not take what follows the colon; expected no number
                    student-t:0        | the loss 'student-t:0' is not possible: smallest scale must be finite and above 0
                    quantile:90        | the loss 'quantile:90' is not possible: level of a quantile must be above 0 and below 1
                    """)
    void numbersThatDoNotFitAreExplained(String text, String says) {
        assertThatThrownBy(() -> LossNames.parse(text)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(says);
    }
}

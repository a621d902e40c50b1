package org.lstm4j.forecast.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.nn.loss.LossNames;

class LikelihoodsTest {

    private static final float[] OUTPUTS = {9, 0.7f, 0.2f, 1.5f, 9};

    @ParameterizedTest
    @MethodSource("org.lstm4j.forecast.likelihood.Likelihoods#names")
    void everyNameIsThatOfItsLikelihoodAndLoss(String name) {
        Likelihood likelihood = Likelihoods.named(name);
        assertThat(likelihood.name()).isEqualTo(name);
        assertThat(likelihood.loss()).isEqualTo(LossNames.parse(name));
    }

    /// The slope of the probability is the density that the loss is the logarithm of.
    @ParameterizedTest
    @MethodSource("org.lstm4j.forecast.likelihood.Likelihoods#names")
    void distributionIsTheOneThatTheLossTeaches(String name) {
        Likelihood likelihood = Likelihoods.named(name);
        Distribution distribution = likelihood.distribution(OUTPUTS, 1, 0, 1);
        for (int value = 1; value < 6; value++) {
            double density = StrictMath.exp(-likelihood.loss().of(OUTPUTS, 1, value));
            double slope = name.equals("negative-binomial")
                    ? distribution.cumulative(value) - distribution.cumulative(value - 1)
                    : (distribution.cumulative(value + 1e-4) - distribution.cumulative(value - 1e-4)) / 2e-4;
            assertThat(slope).isCloseTo(density, within(1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "student-t", "laplace"})
    void distributionIsInTheUnitOfTheTarget(String name) {
        Distribution scaled = Likelihoods.named(name).distribution(OUTPUTS, 1, 0, 1);
        Distribution original = Likelihoods.named(name).distribution(OUTPUTS, 1, 100, 4);
        assertThat(original.mean()).isCloseTo(100 + 4 * scaled.mean(), within(1e-12));
        for (double level : new double[]{0.01, 0.3, 0.9}) {
            assertThat(original.quantile(level)).isCloseTo(100 + 4 * scaled.quantile(level), within(1e-12));
        }
    }

    @Test
    void numbersAboveZeroScaleWithoutShift() {
        Distribution scaled = new LogNormalLikelihood().distribution(OUTPUTS, 1, 0, 1);
        Distribution original = new LogNormalLikelihood().distribution(OUTPUTS, 1, 0, 4);
        assertThat(original.mean()).isCloseTo(4 * scaled.mean(), within(1e-12));
        assertThat(original.quantile(0.9)).isCloseTo(4 * scaled.quantile(0.9), within(1e-12));
    }

    @Test
    void refusesShiftsAndScalesThatItCannotFollow() {
        assertThatThrownBy(() -> new LogNormalLikelihood().distribution(OUTPUTS, 1, 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the likelihood log-normal is for numbers that were not shifted, but the shift is 3.0; scale"
                                + " with mean-abs or none, or use the likelihood student-t");
        assertThatThrownBy(() -> new NegativeBinomialLikelihood().distribution(OUTPUTS, 1, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the likelihood negative-binomial is for counts as they are, but the scale is 2.0; scale with"
                                + " none, or use the likelihood student-t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"student_t", " Student-T "})
    void caseAndDashesAreTheSame(String text) {
        assertThat(Likelihoods.named(text)).isEqualTo(new StudentTLikelihood());
    }

    @Test
    void unknownNameListsTheKnownAndTheClosest() {
        assertThatThrownBy(() -> Likelihoods.named("gausian")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no likelihood 'gausian'; expected one of gaussian, student-t, laplace,"
                        + " log-normal, negative-binomial; did you mean 'gaussian'? choose one of these");
    }
}

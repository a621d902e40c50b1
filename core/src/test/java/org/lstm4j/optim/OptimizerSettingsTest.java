package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OptimizerSettingsTest {

    @Test
    void saysWhichSettingIsWrongAndWhatWasGiven() {
        refuses(() -> new Sgd(0), "learning rate", "0.0");
        refuses(() -> new Sgd(0.1, 1), "momentum", "1.0");
        refuses(() -> new Sgd(0.1, 0.9).withDampening(-0.1), "dampening", "-0.1");
        refuses(() -> new Sgd(0.1).withWeightDecay(-1), "weight decay", "-1.0");
        refuses(() -> new Adam(0.1).withBetas(1, 0.9), "beta1", "1.0");
        refuses(() -> new Adam(0.1).withBetas(0.9, -1), "beta2", "-1.0");
        refuses(() -> new Adam(0.1).withEpsilon(0), "epsilon", "0.0");
        refuses(() -> new AdamW(0.1, Double.POSITIVE_INFINITY), "weight decay", "Infinity");
        refuses(() -> new Nadam(0.1).withMomentumDecay(-1), "momentum decay", "-1.0");
        refuses(() -> new Adamax(Double.NaN), "learning rate", "NaN");
        refuses(() -> new RmsProp(0.1).withDecay(1.5), "decay", "1.5");
        refuses(() -> new RmsProp(0.1).withMomentum(2), "momentum", "2.0");
        refuses(() -> new Adagrad(0.1).withInitialSum(-1), "initial sum", "-1.0");
        refuses(() -> new Adagrad(0.1).withLearningRateDecay(-1), "learning rate decay", "-1.0");
        refuses(() -> new Adadelta(0.1).withDecay(-0.5), "decay", "-0.5");
        refuses(() -> new Lion(0.1).withBetas(0.9, 2), "beta2", "2.0");
    }

    @Test
    void refusesMomentumSettingsWithoutMomentum() {
        refuses(() -> new Sgd(0.1).withNesterov(), "Nesterov", "momentum was 0.0");
        refuses(() -> new Sgd(0.1, 0.9).withDampening(0.5).withNesterov(), "Nesterov", "dampening 0.5");
        refuses(() -> new Sgd(0.1).withDampening(0.5), "dampening", "momentum was 0");
    }

    @Test
    void withMethodsChangeOneSetting() {
        assertThat(new Sgd(1).withMomentum(0.5).withNesterov().withWeightDecay(2))
                .isEqualTo(new Sgd(1, 0.5, 0, true, 2));
        assertThat(new Adam(1).withBetas(0.1, 0.2).withEpsilon(3).withWeightDecay(4).withAmsgrad())
                .isEqualTo(new Adam(1, 0.1, 0.2, 3, 4, true));
        assertThat(new AdamW(1).withBetas(0.1, 0.2).withEpsilon(3).withWeightDecay(4).withAmsgrad())
                .isEqualTo(new AdamW(1, 0.1, 0.2, 3, 4, true));
        assertThat(new Nadam(1).withBetas(0.1, 0.2).withEpsilon(3).withMomentumDecay(4).withWeightDecay(5))
                .isEqualTo(new Nadam(1, 0.1, 0.2, 3, 4, 5));
        assertThat(new Adamax(1).withBetas(0.1, 0.2).withEpsilon(3).withWeightDecay(4))
                .isEqualTo(new Adamax(1, 0.1, 0.2, 3, 4));
        assertThat(new RmsProp(1).withDecay(0.1).withEpsilon(2).withMomentum(0.3).withCentering().withWeightDecay(4))
                .isEqualTo(new RmsProp(1, 0.1, 2, 0.3, true, 4));
        assertThat(new Adagrad(1).withEpsilon(2).withInitialSum(3).withLearningRateDecay(4).withWeightDecay(5))
                .isEqualTo(new Adagrad(1, 2, 3, 4, 5));
        assertThat(new Adadelta(1).withDecay(0.2).withEpsilon(3).withWeightDecay(4))
                .isEqualTo(new Adadelta(1, 0.2, 3, 4));
        assertThat(new Lion(1).withBetas(0.2, 0.3).withWeightDecay(4)).isEqualTo(new Lion(1, 0.2, 0.3, 4));
    }

    private static void refuses(ThrowingCallable call, String setting, String value) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(setting)
                .withMessageContaining(value);
    }
}

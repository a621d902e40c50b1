package org.lstm4j.optim;

import java.util.stream.Stream;

/// Specs for tests that every optimizer has to pass: each of them, and each way an update can go.
final class EveryOptimizer {

    private EveryOptimizer() {}

    static Stream<OptimizerSpec> specs() {
        return Stream.of(
                new Sgd(0.01),
                new Sgd(0.01, 0.9).withDampening(0.5).withWeightDecay(0.1),
                new Sgd(0.01, 0.9).withNesterov(),
                new Adam(0.01),
                new Adam(0.01).withAmsgrad().withWeightDecay(0.1),
                new AdamW(0.01, 0.1),
                new AdamW(0.01, 0.1).withAmsgrad(),
                new Nadam(0.01),
                new Adamax(0.01),
                new RmsProp(0.01).withMomentum(0.9),
                new RmsProp(0.01).withCentering(),
                new Adagrad(0.01).withInitialSum(0.1).withLearningRateDecay(0.1),
                new Adadelta(0.01),
                new Lion(0.01).withWeightDecay(0.1));
    }
}

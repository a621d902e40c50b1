package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lstm4j.optim.Adam;

class EarlyStoppingTest {

    private static final double NONE = Double.NaN;

    private final ScriptedLog log = new ScriptedLog(0.1);

    @Test
    void stopsWhenPatienceEndsAndRestoresTheBestWeights() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2), 5, 4, 4, 4.5, 1);
        assertThat(log.stopped()).isTrue();
        assertThat(log.epochs()).isEqualTo(4);
        assertThat(log.weightsOfEpoch()).isEqualTo(2);
        assertThat(log.keptEpoch()).isEqualTo(2);
        assertThat(log.reason()).isEqualTo("val_loss has not improved for 2 epochs");
    }

    @Test
    void anImprovementStartsPatienceAnew() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2), 5, 6, 4, 5, 3, 4);
        assertThat(log.stopped()).isFalse();
        assertThat(log.weightsOfEpoch()).isEqualTo(5);
    }

    @Test
    void patienceOfOneStopsAtTheFirstDisappointment() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 1), 5, 4, 4);
        assertThat(log.epochs()).isEqualTo(3);
        assertThat(log.reason()).isEqualTo("val_loss has not improved for 1 epoch");
    }

    /// 4.5 and 4.1 are less than 1 better than 5.
    @Test
    void improvementsUpToTheMinDeltaDoNotCount() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS.withMinDelta(1), 2), 5, 4.5, 4.1, 1);
        assertThat(log.epochs()).isEqualTo(3);
        assertThat(log.weightsOfEpoch()).isEqualTo(1);
    }

    @Test
    void aMinDeltaIsExceededNotReached() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS.withMinDelta(1), 1), 5, 4);
        assertThat(log.stopped()).isTrue();
    }

    @Test
    void highValuesMayBeTheGoodOnes() {
        log.run(new EarlyStopping(Monitor.highest("val_loss").withMinDelta(0.5), 2), 1, 2, 2.4, 2.5, 9);
        assertThat(log.epochs()).isEqualTo(4);
        assertThat(log.weightsOfEpoch()).isEqualTo(2);
    }

    /// Epochs 2 and 3 are better than those before, but not than 3.
    @Test
    void aBaselineMustBeBeatenToo() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 3).withBaseline(3), 6, 5, 4, 1);
        assertThat(log.epochs()).isEqualTo(3);
        assertThat(log.weightsOfEpoch()).isEqualTo(3);
    }

    @Test
    void aBaselineThatIsBeatenLeavesPatienceAsItIs() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2).withBaseline(3), 6, 2, 4, 1, 2, 3);
        assertThat(log.epochs()).isEqualTo(6);
        assertThat(log.weightsOfEpoch()).isEqualTo(4);
    }

    @Test
    void mayKeepTheLastWeights() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2).withoutRestoring(), 5, 4, 6, 7);
        assertThat(log.stopped()).isTrue();
        assertThat(log.weightsOfEpoch()).isEqualTo(4);
        assertThat(log.keptEpoch()).isNegative();
    }

    /// The lowest of all, in epoch 1, comes too early to count.
    @Test
    void mayLookAwayAtFirst() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2).withStartFromEpoch(3), 1, 9, 8, 7, 7, 8);
        assertThat(log.epochs()).isEqualTo(6);
        assertThat(log.weightsOfEpoch()).isEqualTo(4);
    }

    @Test
    void keepsTheLastWeightsWhenTrainingEndsBeforeItLooks() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2).withStartFromEpoch(9), 1, 2);
        assertThat(log.weightsOfEpoch()).isEqualTo(2);
        assertThat(log.keptEpoch()).isNegative();
    }

    @Test
    void epochsWithoutValidationDoNotCount() {
        log.run(new EarlyStopping(Monitor.VALIDATION_LOSS, 2), NONE, 5, NONE, NONE, 6, NONE, 7);
        assertThat(log.epochs()).isEqualTo(7);
        assertThat(log.weightsOfEpoch()).isEqualTo(2);
    }

    @Test
    void beginsAnewWithEveryFit() {
        EarlyStopping stopping = new EarlyStopping(Monitor.VALIDATION_LOSS, 2);
        log.run(stopping, 1, 2, 3);
        log.run(stopping, 9, 8, 7, 6);
        assertThat(log.stopped()).isFalse();
        assertThat(log.weightsOfEpoch()).isEqualTo(4);
        EarlyStopping outOfReach = new EarlyStopping(Monitor.VALIDATION_LOSS, 3).withBaseline(0);
        log.run(outOfReach, 9, 8);
        log.run(outOfReach, 9, 8);
        assertThat(log.stopped()).isFalse();
    }

    @Test
    void withChangesNothingOfWhatItIsCalledOn() {
        EarlyStopping stopping = new EarlyStopping(Monitor.VALIDATION_LOSS, 1);
        stopping.withStartFromEpoch(5).withBaseline(0).withoutRestoring();
        log.run(stopping, 5, 6);
        assertThat(log.stopped()).isTrue();
        assertThat(log.weightsOfEpoch()).isEqualTo(1);
    }

    @Test
    void theShortWayIsTheLongWay() {
        SmallFit first = new SmallFit();
        FitOptions options = FitOptions.epochs(60).withValidation(first.validation());
        History quick = first.model(new Adam(0.3)).fit(first.training(), options.withEarlyStopping(3));
        SmallFit second = new SmallFit();
        History spelled = second.model(new Adam(0.3)).fit(second.training(), options,
                new EarlyStopping(Monitor.VALIDATION_LOSS, 3));
        assertThat(quick.stoppedEarly()).isTrue();
        assertThat(first.hash()).isEqualTo(second.hash());
        assertThat(quick.bestEpoch()).isEqualTo(spelled.bestEpoch()).isEqualTo(quick.epochs().size() - 3);
        assertThat(quick.stopReason()).isEqualTo(spelled.stopReason());
    }

    @Test
    void refusesALogThatTheFitWillNotHave() {
        SmallFit small = new SmallFit();
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1),
                new EarlyStopping(Monitor.VALIDATION_LOSS, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("watches 'val_loss'")
                .hasMessageContaining("loss, learning_rate")
                .hasMessageContaining("withValidation");
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1),
                new EarlyStopping(Monitor.lowest("los"), 1))).hasMessageContaining("'los'");
    }

    @Test
    void refusesSettingsOutOfRange() {
        EarlyStopping stopping = new EarlyStopping(Monitor.VALIDATION_LOSS, 1);
        assertThatThrownBy(() -> new EarlyStopping(Monitor.VALIDATION_LOSS, 0)).hasMessageContaining("but was 0");
        assertThatThrownBy(() -> stopping.withStartFromEpoch(0)).hasMessageContaining("first epoch");
        assertThatThrownBy(() -> stopping.withBaseline(Double.NaN)).hasMessageContaining("baseline");
        assertThatThrownBy(() -> Monitor.lowest("loss").withMinDelta(-1)).hasMessageContaining("but was -1.0");
    }
}

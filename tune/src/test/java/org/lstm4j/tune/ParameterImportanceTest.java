package org.lstm4j.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.tune.ParameterImportance.Share;
import org.lstm4j.tune.sampler.RandomSampler;
import org.lstm4j.tune.sampler.Sampler;
import org.lstm4j.tune.sampler.TpeSampler;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

class ParameterImportanceTest {

    private static final SearchSpace SPACE = SearchSpace
            .parse(List.of("idle=0.0..1.0", "much=0.0001..1.0:log", "some=1..9", "kind=a,b,c"));

    /// Of much, some, and a kind; not of idle.
    private static double error(Configuration values) {
        double much = Math.log10(values.real("much")) + 2.5;
        double some = (values.whole("some") - 5) / 4.0;
        return much * much + 1.5 * some * some + (values.category("kind").equals("b") ? 0 : 0.5);
    }

    private static Study study(Sampler sampler, int trials, ToDoubleFunction<Configuration> error) {
        Objective objective = new Objective() {
            @Override
            public int rungs() {
                return 2;
            }

            @Override
            public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
                Configuration values = trial.configuration();
                return Optional.of(Score.of(values.names().isEmpty() ? 1 : error.applyAsDouble(values)));
            }
        };
        try {
            return new Tuner(SPACE, sampler, objective).run(TuningSettings.ofTrials(trials), new MemoryJournal(),
                    Deadline.NEVER,
                    TuningListener.SILENT);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] meanShares(int trials, boolean learning) {
        double[] mean = new double[SPACE.size()];
        int seeds = 20;
        for (int seed = 0; seed < seeds; seed++) {
            Sampler sampler = learning ? TpeSampler.of(SPACE, seed) : new RandomSampler(SPACE, seed);
            ParameterImportance importance = ParameterImportance.of(SPACE,
                    study(sampler, trials, ParameterImportanceTest::error));
            assertThat(importance.shares().stream().mapToDouble(Share::share).sum()).isCloseTo(1, within(1e-9));
            for (int index = 0; index < mean.length; index++) {
                mean[index] += importance.shares().get(index).share() / seeds;
            }
        }
        return mean;
    }

    @Test
    void ranksAsTheFunctionDoes() {
        for (boolean learning : new boolean[]{false, true}) {
            double[] shares = meanShares(40, learning);
            String text = "learning " + learning + ": " + Arrays.toString(shares);
            assertThat(shares[1]).as("much, " + text).isGreaterThan(0.33);
            assertThat(shares[1]).as("much, " + text).isGreaterThan(1.2 * Math.max(shares[2], shares[3]));
            assertThat(shares[2]).as("some, " + text).isGreaterThan(1.3 * shares[0]);
            assertThat(shares[0]).as("idle, " + text).isLessThan(0.17);
        }
    }

    @Test
    void fewTrialsAreNotRelied() {
        Sampler sampler = new RandomSampler(SPACE, 1);
        assertThat(ParameterImportance.of(SPACE, study(sampler, 10, ParameterImportanceTest::error)).reliable())
                .isFalse();
        assertThat(ParameterImportance.of(SPACE, study(sampler, 10, ParameterImportanceTest::error)).trials())
                .isEqualTo(9);
        assertThat(ParameterImportance.of(SPACE, study(sampler, 11, ParameterImportanceTest::error)).reliable())
                .isTrue();
    }

    @Test
    void defaultsAloneSayNothing() {
        ParameterImportance importance = ParameterImportance.of(SPACE,
                study(new RandomSampler(SPACE, 1), 1, ParameterImportanceTest::error));
        assertThat(importance.reliable()).isFalse();
        assertThat(importance.shares()).allSatisfy(share -> assertThat(share.share()).isEqualTo(0.25));
    }

    @Test
    void prunedTrialsCountToo() {
        Study study = study(new RandomSampler(SPACE, 2), 40, ParameterImportanceTest::error);
        assertThat(study.count(TrialState.PRUNED)).isGreaterThan(15);
        assertThat(ParameterImportance.of(SPACE, study).trials()).isEqualTo(39);
    }

    @Test
    void ranksFromTheLargest() {
        ParameterImportance importance = new ParameterImportance(
                List.of(new Share("a", 0.25), new Share("b", 0.5), new Share("c", 0.25)), 30, true);
        assertThat(importance.ranked().stream().map(Share::name)).containsExactly("b", "a", "c");
        assertThat(Json.write(importance.toJson()))
                .isEqualTo("{\"reliable\":true,\"trials\":30,\"shares\":[{\"name\":\"b\",\"share\":0.5},"
                        + "{\"name\":\"a\",\"share\":0.25},{\"name\":\"c\",\"share\":0.25}]}");
    }

    @Test
    void divergenceOfTwoCategoriesIsAsByHand() {
        // Best: a; all: a, a, b, b. The kernel of one observation: counts 1.5 and 0.5 of 2, so densities 1.5 and 0.5.
        // Difference from the mean 1: 0.5 each, squared 0.25; the variance of one of four is 0.25. Nothing above chance.
        Divergence chance = new Divergence(SearchSpace.parse(List.of("kind=a,b")).hyperparameters().getFirst(),
                new double[]{0.25, 0.25, 0.75, 0.75}, 1);
        assertThat(chance.aboveChance()).isCloseTo(0, within(1e-12));
        // Best: a, a. Counts 4/3 and 1/3 of 5/3: densities 1.6 and 0.4; difference 0.6, squared 0.36; variance 0.36 / 2 · 2 / 3 = 0.12.
        Divergence clear = new Divergence(SearchSpace.parse(List.of("kind=a,b")).hyperparameters().getFirst(),
                new double[]{0.25, 0.25, 0.75, 0.75}, 2);
        assertThat(clear.aboveChance()).isCloseTo(0.24, within(1e-12));
    }
}

package org.lstm4j.tune.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;
import org.lstm4j.json.Json;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

class SamplerTest {

    private static final double FAILED = Double.POSITIVE_INFINITY;
    private static final SearchSpace SPACE = SearchSpace
            .parse(List.of("hidden=8..128:log", "dropout=0.0..0.5", "optimizer=adam,sgd,lion"));
    private static final SearchSpace LINE = SearchSpace.parse(List.of("x=0.0..1.0"));

    private static String text(Configuration configuration) {
        return Json.write(configuration.values());
    }

    /// Trials at these places, with these errors.
    private static List<EarlierTrial> history(double... placesAndErrors) {
        List<EarlierTrial> trials = new ArrayList<>();
        for (int index = 0; index < placesAndErrors.length; index += 2) {
            Configuration place = LINE.configurationAt(new double[]{placesAndErrors[index]});
            trials.add(new EarlierTrial(index / 2 + 2, place, List.of(placesAndErrors[index + 1])));
        }
        return trials;
    }

    private static List<Double> proposals(List<EarlierTrial> history, int count) {
        List<Double> places = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            places.add(TpeSampler.of(LINE, seed).propose(9, history).real("x"));
        }
        Collections.sort(places);
        return places;
    }

    @Test
    void proposalsAreTheSameOnEveryMachine() {
        List<EarlierTrial> history = SearchRun.trials(Landscape.training(),
                new RandomSampler(Landscape.training().space(), 3), 12);
        assertThat(text(new RandomSampler(SPACE, 42).propose(2, List.of())))
                .isEqualTo("{\"hidden\":39,\"dropout\":0.2718,\"optimizer\":\"sgd\"}");
        assertThat(text(new RandomSampler(SPACE, 42).propose(3, List.of())))
                .isEqualTo("{\"hidden\":19,\"dropout\":0.1513,\"optimizer\":\"sgd\"}");
        assertThat(text(new RandomSampler(SPACE, 43).propose(2, List.of())))
                .isEqualTo("{\"hidden\":38,\"dropout\":0.0146,\"optimizer\":\"sgd\"}");
        assertThat(text(TpeSampler.of(Landscape.training().space(), 42).propose(13, history))).isEqualTo(
                "{\"learning-rate\":0.03311,\"hidden\":102,\"layers\":2,\"dropout\":0.3979,\"optimizer\":\"adam\"}");
        assertThat(text(TpeSampler.of(Landscape.training().space(), 42).propose(14, history))).isEqualTo(
                "{\"learning-rate\":2.075E-4,\"hidden\":46,\"layers\":3,\"dropout\":0.4029,\"optimizer\":\"rmsprop\"}");
    }

    @Test
    void searchesAreTheSameOnEveryMachine() {
        List<EarlierTrial> trials = SearchRun.trials(Landscape.training(),
                TpeSampler.of(Landscape.training().space(), 7), 30);
        assertThat(text(trials.getLast().configuration())).isEqualTo(
                "{\"learning-rate\":0.008906,\"hidden\":27,\"layers\":1,\"dropout\":0.0261,\"optimizer\":\"adam\"}");
    }

    @Test
    void randomSamplerCoversTheSpace() {
        int[] optimizers = new int[3];
        int small = 0;
        for (int trial = 1; trial <= 3000; trial++) {
            Configuration configuration = new RandomSampler(SPACE, 1).propose(trial, List.of());
            SPACE.check(configuration);
            optimizers[List.of("adam", "sgd", "lion").indexOf(configuration.category("optimizer"))]++;
            small += configuration.whole("hidden") < 32 ? 1 : 0;
        }
        assertThat(optimizers).satisfies(counts -> assertThat(counts[0]).isBetween(930, 1070),
                counts -> assertThat(counts[1]).isBetween(930, 1070));
        assertThat(small / 3000.0).isBetween(0.45, 0.53);
    }

    @Test
    void parzenEstimatorBeginsAtRandom() {
        List<EarlierTrial> history = history(0.1, 1, 0.2, 2);
        assertThat(TpeSampler.of(LINE, 5).propose(4, history))
                .isEqualTo(new RandomSampler(LINE, 5).propose(4, history));
        List<EarlierTrial> failures = history(0.1, FAILED, 0.2, FAILED, 0.3, FAILED, 0.5, FAILED, 0.7, FAILED, 0.9, 1);
        assertThat(TpeSampler.of(LINE, 5).propose(8, failures))
                .isEqualTo(new RandomSampler(LINE, 5).propose(8, failures));
    }

    @Test
    void goesWhereGoodTrialsAre() {
        List<Double> places = proposals(history(0.7, 0.1, 0.1, 5, 0.2, 5, 0.3, 4, 0.4, 3, 0.9, 2, 0.95, 3), 200);
        assertThat(places.get(20)).isBetween(0.5, 0.8);
        assertThat(places.get(180)).isBetween(0.6, 0.8);
    }

    @Test
    void keepsAwayFromFailures() {
        List<Double> places = proposals(
                history(0.5, 0.1, 0.45, 0.2, 0.6, FAILED, 0.7, FAILED, 0.8, FAILED, 0.9, FAILED, 0.3, 1, 0.1, 2), 200);
        assertThat(places.get(180)).isLessThan(0.5);
    }

    @Test
    void keepsAwayFromTrialsUnderWay() {
        List<EarlierTrial> history = history(0.5, 0.1, 0.1, 5, 0.2, 5, 0.8, 4, 0.9, 3);
        List<EarlierTrial> beside = new ArrayList<>(history);
        for (double place : new double[]{0.5, 0.55, 0.6}) {
            beside.add(new EarlierTrial(beside.size() + 2, LINE.configurationAt(new double[]{place}), List.of()));
        }
        assertThat(median(proposals(beside, 200))).isLessThan(median(proposals(history, 200)) - 0.03);
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    @Test
    void trialOfTheDefaultsTeachesNothing() {
        List<EarlierTrial> history = history(0.5, 0.1, 0.1, 5, 0.2, 5, 0.8, 4, 0.9, 3);
        List<EarlierTrial> withDefaults = new ArrayList<>(history);
        withDefaults.addFirst(new EarlierTrial(1, Configuration.empty(), List.of(0.01)));
        assertThat(proposals(withDefaults, 20)).isEqualTo(proposals(history, 20));
    }

    @Test
    void triesNothingTwiceWhileThereIsSomethingNew() {
        SearchSpace few = SearchSpace.parse(List.of("layers=1..3", "optimizer=adam,sgd"));
        List<EarlierTrial> history = new ArrayList<>();
        for (int trial = 1; trial <= 5; trial++) {
            Configuration configuration = few.configurationAt(new double[]{trial % 3 / 3.0, trial < 3 ? 0 : 0.5});
            history.add(new EarlierTrial(trial, configuration, List.of((double) trial)));
        }
        int repeated = 0;
        for (int seed = 0; seed < 100; seed++) {
            Configuration proposed = TpeSampler.of(few, seed).propose(6, history);
            repeated += history.stream().anyMatch(trial -> trial.configuration().equals(proposed)) ? 1 : 0;
        }
        assertThat(repeated).isLessThan(20);
    }

    @Test
    void trialsThatClimbedHigherAreBetter() {
        Configuration any = LINE.configurationAt(new double[]{0.5});
        EarlierTrial underWay = new EarlierTrial(1, any, List.of());
        EarlierTrial low = new EarlierTrial(2, any, List.of(0.1));
        EarlierTrial lowAndWorse = new EarlierTrial(3, any, List.of(0.2));
        EarlierTrial high = new EarlierTrial(4, any, List.of(0.1, 0.9));
        EarlierTrial highAndFailed = new EarlierTrial(5, any, List.of(0.05, FAILED));
        EarlierTrial lowAndFailed = new EarlierTrial(6, any, List.of(FAILED));
        EarlierTrial lowAndSame = new EarlierTrial(7, any, List.of(0.1));
        List<EarlierTrial> trials = new ArrayList<>(
                List.of(underWay, lowAndWorse, lowAndFailed, lowAndSame, highAndFailed, high, low));
        trials.sort(new BestFirst());
        assertThat(trials).containsExactly(high, low, lowAndSame, lowAndWorse, highAndFailed, lowAndFailed, underWay);
    }

    @Test
    void refusesSettingsThatCannotBe() {
        TpeSettings defaults = TpeSettings.defaults();
        assertThatThrownBy(() -> defaults.withStartup(1)).isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the number of trials to learn from is not possible; expected 2 or more; received 1; change that setting");
        assertThatThrownBy(() -> defaults.withGoodShare(1)).hasMessageContaining("above 0 and below 1; received 1.0");
        assertThatThrownBy(() -> defaults.withCandidates(0)).hasMessageContaining("the number of candidates");
    }
}

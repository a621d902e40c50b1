package org.lstm4j.tune;

import java.util.List;
import java.util.Optional;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tune.sampler.TpeSampler;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

/// An objective in place of trainings: a hollow whose bottom is at hidden 40, rate 0.002 and adam, seen through noise that halves with each
/// of three rungs. Of some configurations the training fails.
///
/// @param noise deviation on the lowest rung
record Hills(double noise) implements Objective {

    static final SearchSpace SPACE = SearchSpace
            .parse(List.of("hidden=8..128:log", "rate=0.0001..0.1:log", "optimizer=adam,sgd,lion"));

    static Tuner tuner(Objective objective) {
        return new Tuner(SPACE, TpeSampler.of(SPACE, 1), objective);
    }

    @Override
    public int rungs() {
        return 3;
    }

    @Override
    public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
        Configuration values = trial.configuration();
        if (values.has("rate") && values.real("rate") > 0.02) {
            return Optional.of(Score.failed("diverged"));
        }
        String place = Json.write(values.values()) + " on rung " + rung;
        double seen = noise * Math.pow(0.5, rung) * new RandomStreams(9).stream(place).nextGaussian();
        return Optional.of(Score.of(truth(values) + seen));
    }

    static double truth(Configuration values) {
        if (values.names().isEmpty()) {
            return 2;
        }
        double size = Math.log(values.whole("hidden") / 40.0);
        double rate = Math.log10(values.real("rate") / 0.002);
        return 1 + size * size + rate * rate + (values.category("optimizer").equals("adam") ? 0 : 0.3);
    }
}

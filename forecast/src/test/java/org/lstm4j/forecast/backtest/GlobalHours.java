package org.lstm4j.forecast.backtest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.global.DeepArFit;
import org.lstm4j.forecast.global.EsRnnFit;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.forecast.global.TrainingWishes;
import org.lstm4j.forecast.likelihood.Likelihoods;

/// Global models so small that a training takes a moment, for the series of [Hours].
final class GlobalHours {

    private GlobalHours() {}

    static GlobalSettings settings() {
        return GlobalSettings.horizon(Hours.HORIZON, ColumnRoles.targets(List.of("load")));
    }

    static GlobalFit esRnn(SmoothedForm... form) {
        return new EsRnnFit(wishes(), form.length == 0 ? Optional.empty() : Optional.of(form[0]), List.of(0.5),
                () -> 0);
    }

    static GlobalFit deepAr() {
        return new DeepArFit(wishes(), OptionalInt.of(1), OptionalDouble.of(0), Likelihoods.named("gaussian"),
                OptionalInt.of(20));
    }

    private static TrainingWishes wishes() {
        return new TrainingWishes(OptionalInt.of(Hours.LOOKBACK), OptionalInt.of(4), OptionalInt.of(2),
                OptionalInt.of(2), OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), 7);
    }
}

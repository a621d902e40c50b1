package org.lstm4j.forecast.global;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.likelihood.Likelihoods;
import org.lstm4j.forecast.prepare.SplitShares;

/// Hourly series and settings so small that training takes a moment.
final class Hours {

    static final int HORIZON = 6;
    static final long NEW_YEAR = 1_767_225_600_000L;

    private Hours() {}

    /// A day's wave around a level, and a slower one.
    static double[] wave(int hours, double level) {
        double[] load = new double[hours];
        Arrays.setAll(load, hour -> level * (1 + 0.3 * StrictMath.sin(hour * 2 * Math.PI / 24)
                + 0.05 * StrictMath.sin(hour * 0.17)));
        return load;
    }

    static TimeSeries series(String name, double... load) {
        return from(0, name, load);
    }

    /// A series that begins some hours after the others.
    static TimeSeries from(int hour, String name, double... load) {
        return at("h", hour, name, load);
    }

    static TimeSeries at(String frequency, int hour, String name, double... load) {
        Timeline timeline = Timeline.of(NEW_YEAR + hour * 3_600_000L, Frequency.parse(frequency), ZoneOffset.UTC);
        return TimeSeries.of(name, timeline, List.of("load"), new double[][]{load});
    }

    static List<TimeSeries> three() {
        return List.of(series("a", wave(240, 10)), series("b", wave(260, 300)), series("c", wave(220, 2000)));
    }

    static GlobalSettings settings() {
        return GlobalSettings.horizon(HORIZON, ColumnRoles.targets(List.of("load")));
    }

    static GlobalSettings calibrating() {
        return settings().withSplit(new SplitShares(0.1, 0.2, 0.2, false));
    }

    static EsRnnFit esRnn(int epochs, SmoothedForm... form) {
        return new EsRnnFit(TrainingWishes.ofSeed(7).withHidden(5).withEpochs(epochs), Arrays.stream(form).findFirst(),
                List.of(0.5), () -> 0);
    }

    static DeepArFit deepAr(int epochs, String likelihood) {
        TrainingWishes wishes = new TrainingWishes(OptionalInt.of(12), OptionalInt.of(6), OptionalInt.of(epochs),
                OptionalInt.of(4), OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), 7);
        return new DeepArFit(wishes, OptionalInt.of(1), OptionalDouble.of(0), Likelihoods.named(likelihood),
                OptionalInt.of(20));
    }

    static TrainedGlobal train(GlobalSettings settings, GlobalFit kind, List<TimeSeries> series) {
        return new GlobalTrainer(settings, kind, Compute.shared()).train(series, _ -> {});
    }

}

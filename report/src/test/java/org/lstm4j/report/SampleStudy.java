package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.Hyperparameter;
import org.lstm4j.report.content.Importance;
import org.lstm4j.report.content.Reference;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudySpace;
import org.lstm4j.report.content.StudyTrial;
import org.lstm4j.report.content.StudyTrial.State;
import org.lstm4j.report.content.Values;

/// Studies for tests, made up so that a small learning rate and many units help.
final class SampleStudy {

    private static final List<Hyperparameter> SPACE = List.of(
            Hyperparameter.logarithmic("units", 8, 256), Hyperparameter.linear("layers", 1, 3),
            Hyperparameter.linear("dropout", 0, 0.5), Hyperparameter.logarithmic("learning-rate", 1e-4, 3e-2),
            Hyperparameter.categories("optimizer", List.of("adam", "adamw", "nadam", "rmsprop", "lion")),
            Hyperparameter.linear("lookback", 24, 336),
            Hyperparameter.categories("loss", List.of("mse", "mae", "huber")),
            Hyperparameter.logarithmic("batch-size", 16, 256), Hyperparameter.logarithmic("weight-decay", 1e-6, 1e-2));

    private SampleStudy() {}

    /// Nine hyperparameters, three rungs, some trials stopped early and some failed.
    static StudyContent large(int trials) {
        SplittableRandom random = new SplittableRandom(7);
        List<StudyTrial> all = new ArrayList<>();
        for (int number = 1; number <= trials; number++) {
            all.add(trial(number, random));
        }
        return new StudyContent("Tuning of bike rentals, 24 hours ahead",
                List.of(Fact.of("data", "bike-sharing-hour.csv, 17,379 rows"), Fact.of("target", "cnt, 24 steps ahead"),
                        Fact.of("measure", "MASE, mean of 3 folds of rolling validation"),
                        new Fact("sampler", "TPE", "the first 10 trials are random"), Fact.of("seed", "42"),
                        Fact.of("time", "31 minutes on 8 threads")),
                new StudySpace("MASE, mean of 3 folds of rolling validation", SPACE,
                        List.of("2 epochs", "6 epochs", "18 epochs")),
                all, List.of(new Reference("the default settings", 0.812), new Reference("seasonal naive", 1.041)),
                new Importance("functional ANOVA over a random forest of 64 trees",
                        Values.of(0.21, 0.03, 0.06, 0.44, 0.08, 0.09, 0.02, 0.05, 0.02), ""),
                new Reproduction("lstm4j train bike-sharing-hour.csv --target cnt --horizon 24 --units 143 --layers 2"
                        + " --dropout 0.1183 --learning-rate 0.002213 --optimizer adamw --lookback 168 --loss huber"
                        + " --batch-size 64 --weight-decay 0.00001 --seed 42",
                        List.of(), List.of(Fact.of("version", "0.1.0"), Fact.of("data SHA-256", "5f0c9bb1e2a7"))));
    }

    /// Two hyperparameters, one rung, too few trials.
    static StudyContent small() {
        SplittableRandom random = new SplittableRandom(3);
        List<StudyTrial> trials = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            double units = 8 + random.nextInt(120);
            double error = 0.8 + 4 / units + 0.05 * random.nextDouble();
            trials.add(new StudyTrial(number, State.COMPLETE, "", Values.of(units, random.nextInt(2)), Values.of(error),
                    4));
        }
        return new StudyContent("Eight trials", List.of(Fact.of("data", "sunspots.csv")),
                new StudySpace("MAE", List.of(Hyperparameter.logarithmic("units", 8, 128),
                        Hyperparameter.categories("loss", List.of("mse", "mae"))), List.of("10 epochs")),
                trials, List.of(new Reference("the default settings", 0.85)),
                Importance.none("8 trials are too few to tell which hyperparameters matter; 20 are needed."),
                new Reproduction("lstm4j train sunspots.csv --units 100", List.of(), List.of()));
    }

    /// Every text is the given name.
    static StudyContent named(String name) {
        Fact fact = new Fact(name, name, name);
        StudySpace space = new StudySpace(name, List.of(Hyperparameter.linear(name, 0, 1),
                Hyperparameter.categories(name + "2", List.of(name, name + "b"))), List.of(name, name));
        return new StudyContent(name, List.of(fact), space,
                List.of(new StudyTrial(1, State.COMPLETE, name, Values.of(0.5, 1), Values.of(2, 1), 3),
                        new StudyTrial(2, State.PRUNED, name, Values.of(0.25, Double.NaN), Values.of(3), Double.NaN),
                        new StudyTrial(3, State.FAILED, name, Values.of(1, 0), Values.empty(), 1)),
                List.of(new Reference(name, 2)), new Importance(name, Values.of(0.75, 0.25), name),
                new Reproduction(name, List.of(fact), List.of(fact)));
    }

    private static StudyTrial trial(int number, SplittableRandom random) {
        double[] values = SPACE.stream().mapToDouble(one -> draw(one, random)).toArray();
        double units = StrictMath.log(values[0] / 140);
        double rate = StrictMath.log10(values[3] / 2e-3);
        double progress = StrictMath.exp(-number / 40.0);
        double error = 0.68 + 0.03 * units * units * progress + 0.16 * rate * rate * progress
                + 0.2 * values[2] * values[2]
                + 0.06 * random.nextDouble();
        if (values[3] > 0.022) {
            return new StudyTrial(number, State.FAILED, "the loss was not finite in epoch 3 of fold 1",
                    Values.of(values),
                    Values.empty(), 2.1);
        }
        double[] errors = {error * 1.35 + 0.03 * random.nextDouble(), error * 1.12, error};
        int rungs = number <= 5 || error < 0.78 ? 3 : error < 0.86 ? 2 : 1;
        boolean complete = rungs == 3;
        return new StudyTrial(number, complete ? State.COMPLETE : State.PRUNED,
                complete ? "" : "not among the best third at " + (rungs == 2 ? "6" : "2") + " epochs",
                Values.of(values),
                Values.of(Arrays.copyOf(errors, rungs)), 3.5 * rungs * rungs + random.nextDouble());
    }

    private static double draw(Hyperparameter one, SplittableRandom random) {
        double share = random.nextDouble();
        return switch (one.kind()) {
            case LINEAR -> one.high() < 1
                    ? one.low() + share * (one.high() - one.low())
                    : StrictMath.rint(one.low() + share * (one.high() - one.low()));
            case LOGARITHMIC -> {
                double value = one.low() * StrictMath.pow(one.high() / one.low(), share);
                yield one.high() > 1 ? StrictMath.rint(value) : value;
            }
            case CATEGORIES -> random.nextInt(one.categories().size());
        };
    }
}

package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.report.content.ComparedRun;
import org.lstm4j.report.content.ComparedRun.Task;
import org.lstm4j.report.content.Evaluation;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.LearningCurve;
import org.lstm4j.report.content.RunsContent;
import org.lstm4j.report.content.Score;
import org.lstm4j.report.content.Values;

/// Several training runs for tests.
final class SampleRuns {

    static final Task RENTALS = new Task("bike-sharing-hour.csv (5f0c9bb1)", "cnt", 24);

    private SampleRuns() {}

    /// Runs that differ in units and dropout.
    static RunsContent realistic(int runs) {
        List<ComparedRun> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            all.add(run("run " + (run + 1), RENTALS, 20 + 7 * run, 16 << (run % 4), 0.1 * (run % 3)));
        }
        return new RunsContent(runs + " runs on bike rentals", all, List.of());
    }

    /// Two runs that cannot be compared.
    static RunsContent different() {
        return new RunsContent("Apples and pears",
                List.of(run("hourly", RENTALS, 12, 32, 0),
                        run("daily", new Task("demand.parquet", "cnt", 7), 9, 32, 0)),
                List.of());
    }

    /// Every text is the given name.
    static RunsContent named(String name) {
        ComparedRun first = run(name, new Task(name, name, 3), 5, 8, 0);
        Fact fact = new Fact(name, name, name);
        ComparedRun second = new ComparedRun(name + "2", new Task(name + "3", name, 3),
                new LearningCurve(name, Values.of(1, 0.5), Values.empty(), 0),
                new Evaluation(List.of(name, name + "4"), Score.all(name, List.of(metrics(1), metrics(2))), List.of(),
                        List.of(), List.of(name)),
                List.of(fact), List.of(fact));
        return new RunsContent(name, List.of(first, second), List.of(name));
    }

    static ComparedRun run(String name, Task task, int epochs, int units, double dropout) {
        double[] training = new double[epochs];
        double[] validation = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            training[epoch] = 0.06 + 0.9 * StrictMath.exp(-epoch * units / 120.0);
            validation[epoch] = 0.09 + 0.8 * StrictMath.exp(-epoch * units / 140.0)
                    + 0.001 * epoch / (1 + 10 * dropout);
        }
        double quality = 1 + 4.0 / units + dropout / 5;
        return new ComparedRun(name, task,
                new LearningCurve("mean squared error of scaled values", Values.of(training), Values.of(validation),
                        Math.max(1, epochs - 6)),
                new Evaluation(List.of("LSTM", "naive", "seasonal naive", "drift"),
                        Score.all("rentals", List.of(metrics(quality), metrics(3), metrics(1.45), metrics(3.2))),
                        List.of(),
                        List.of(), List.of()),
                List.of(Fact.of("units", Integer.toString(units)), Fact.of("dropout", Double.toString(dropout)),
                        Fact.of("lookback", "168 steps"), Fact.of("optimizer", "adam"), Fact.of("seed", "42"),
                        Fact.of("batch size", "32"), Fact.of("loss", "mse")),
                List.of(Fact.of("trained", "2026-11-02 10:31"), Fact.of("time", epochs * 3 + " seconds"),
                        Fact.of("epochs", Integer.toString(epochs)), Fact.of("weights SHA-256", "8a0e4fd2c1b3")));
    }

    private static PointMetrics metrics(double quality) {
        return new PointMetrics(2500 * quality * quality, 31 * quality, 50 * quality, 40 * quality, 33 * quality,
                0.55 * quality, 1 - 0.2 * quality);
    }
}

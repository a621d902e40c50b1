package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lstm4j.report.ParallelChart.TrialLine;
import org.lstm4j.report.content.Hyperparameter;
import org.lstm4j.report.content.Hyperparameter.Kind;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudyTrial;
import org.lstm4j.report.content.StudyTrial.State;

/// The trials of a study as lines across axes: by hyperparameter, and by rung.
final class StudyLines {

    /// Errors are drawn by ratio where the worst is so many times the best: one that diverged would press all others
    /// together.
    static final double WIDE = 4;

    private final StudyContent study;
    /// Of complete trials, on the last rung: the only errors that can be compared with each other.
    private final ParallelAxis errors;
    private final List<StudyTrial> byError;

    StudyLines(StudyContent study) {
        this.study = study;
        this.errors = errorAxis(study, study.trials().stream()
                .filter(trial -> trial.state() == State.COMPLETE).map(StudyTrial::lastError).toList());
        Comparator<StudyTrial> complete = Comparator.comparing(trial -> trial.state() != State.COMPLETE);
        this.byError = study.trials().stream()
                .sorted(complete.thenComparingInt(trial -> -trial.errors().size())
                        .thenComparingDouble(StudyTrial::lastError).thenComparingInt(StudyTrial::number))
                .toList();
    }

    /// One axis a hyperparameter, and the final error, which only complete trials have.
    ParallelChart byHyperparameter() {
        List<ParallelAxis> axes = new ArrayList<>();
        for (int index = 0; index < study.space().hyperparameters().size(); index++) {
            axes.add(ParallelAxis.of(study.space().hyperparameters().get(index), whole(index)));
        }
        axes.add(errors);
        return new ParallelChart(axes, lines(trial -> {
            List<Double> places = new ArrayList<>();
            for (int index = 0; index < trial.values().size(); index++) {
                places.add(axes.get(index).place(trial.values().at(index)));
            }
            places.add(errors.place(finalError(trial)));
            return places;
        }), axes.size() - 1);
    }

    /// One axis a rung, all of the error.
    ParallelChart byRung() {
        List<Double> all = new ArrayList<>();
        study.trials().forEach(trial -> {
            for (int rung = 0; rung < trial.errors().size(); rung++) {
                all.add(trial.errors().at(rung));
            }
        });
        ParallelAxis everyError = errorAxis(study, all);
        List<ParallelAxis> axes = study.space().rungs().stream()
                .map(rung -> new ParallelAxis(rung, everyError.kind(), everyError.low(), everyError.high(),
                        everyError.marks()))
                .toList();
        return new ParallelChart(axes, lines(trial -> {
            List<Double> places = new ArrayList<>();
            for (int rung = 0; rung < axes.size(); rung++) {
                double error = rung < trial.errors().size() ? trial.errors().at(rung) : Double.NaN;
                places.add(Double.isFinite(error) ? axes.get(rung).place(error) : Double.NaN);
            }
            return places;
        }), ParallelChart.NO_COLORS);
    }

    private static double finalError(StudyTrial trial) {
        return trial.state() == State.COMPLETE ? trial.lastError() : Double.NaN;
    }

    private interface Places {
        List<Double> of(StudyTrial trial);
    }

    /// The best last, so that it is drawn on top.
    private List<TrialLine> lines(Places places) {
        List<TrialLine> lines = new ArrayList<>();
        for (int rank = byError.size() - 1; rank >= 0; rank--) {
            StudyTrial trial = byError.get(rank);
            List<Double> across = places.of(trial);
            if (across.stream().anyMatch(place -> !Double.isNaN(place))) {
                lines.add(new TrialLine(trial.number(), rank, kind(trial), errors.place(finalError(trial)), across,
                        label(trial)));
            }
        }
        return lines;
    }

    private String kind(StudyTrial trial) {
        return switch (trial.state()) {
            case COMPLETE -> study.best().filter(trial::equals).isPresent() ? "best" : "complete";
            case PRUNED -> "pruned";
            case FAILED -> "failed";
        };
    }

    private String label(StudyTrial trial) {
        StringBuilder text = new StringBuilder("Trial " + trial.number());
        if (trial.state() != State.COMPLETE) {
            text.append(", ").append(trial.state().label());
            if (!trial.reason().isEmpty()) {
                text.append(" (").append(trial.reason()).append(')');
            }
        }
        if (!Double.isNaN(trial.lastError())) {
            text.append(": ").append(study.space().shortMeasure()).append(' ').append(NumberText.of(trial.lastError()));
        }
        List<Hyperparameter> parameters = study.space().hyperparameters();
        for (int index = 0; index < parameters.size(); index++) {
            text.append(index == 0 ? " with " : ", ").append(parameters.get(index).name()).append(' ')
                    .append(parameters.get(index).text(trial.values().at(index)));
        }
        return text.append('.').toString();
    }

    private boolean whole(int parameter) {
        Hyperparameter one = study.space().hyperparameters().get(parameter);
        return one.low() == StrictMath.rint(one.low()) && study.trials().stream()
                .mapToDouble(trial -> trial.values().at(parameter))
                .allMatch(value -> Double.isNaN(value) || value == StrictMath.rint(value));
    }

    private static ParallelAxis errorAxis(StudyContent study, List<Double> errors) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double error : errors) {
            if (Double.isFinite(error)) {
                smallest = Math.min(smallest, error);
                largest = Math.max(largest, error);
            }
        }
        if (smallest > largest) {
            return ParallelAxis.numbers(study.space().shortMeasure(), Kind.LINEAR, 0, 1, false);
        }
        Kind kind = smallest > 0 && largest > WIDE * smallest ? Kind.LOGARITHMIC : Kind.LINEAR;
        return ParallelAxis.numbers(study.space().shortMeasure(), kind, smallest, largest, false);
    }
}

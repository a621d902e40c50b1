package org.lstm4j.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// One run of a [Tuner]: generation by generation, rung by rung.
final class TuningRun {

    private final Tuner tuner;
    private final TuningSettings settings;
    private final Journal journal;
    private final Deadline deadline;
    private final TuningListener listener;
    private final int rungs;
    private final Standings standings;
    private final List<TrialOutcome> over = new ArrayList<>();

    TuningRun(Tuner tuner, TuningSettings settings, Journal journal, Deadline deadline, TuningListener listener) {
        this.tuner = tuner;
        this.settings = settings;
        this.journal = journal;
        this.deadline = deadline;
        this.listener = listener;
        this.rungs = tuner.objective().rungs();
        this.standings = new Standings(rungs);
    }

    Study study() throws InterruptedException {
        TrialChooser chooser = new TrialChooser(tuner, journal, deadline, listener);
        boolean goesOn = true;
        while (goesOn && over.size() < settings.trials()) {
            int wanted = Math.min(settings.generation(), settings.trials() - over.size());
            int before = over.size();
            over.addAll(finished(chooser.generation(over, wanted)));
            goesOn = over.size() == before + wanted;
            if (over.size() > before) {
                listener.generationFinished(new Study(rungs, over));
            }
        }
        if (over.isEmpty()) {
            throw nothingFinished();
        }
        return new Study(rungs, over);
    }

    /// The trials of a generation, from its first one on, that had time to do all that the rules ask for.
    private List<TrialOutcome> finished(List<Trial> generation) throws InterruptedException {
        List<Trial> whole = generation;
        List<Trial> climbers = generation;
        for (int rung = 0; rung < rungs && !climbers.isEmpty(); rung++) {
            evaluate(climbers, rung);
            whole = beforeFirstWithout(rung, whole, climbers);
            climbers = climbers(rung, whole, climbers);
        }
        return whole.stream().map(trial -> TrialOutcome.of(trial, standings.of(trial), rungs)).toList();
    }

    private List<Trial> beforeFirstWithout(int rung, List<Trial> whole, List<Trial> climbers) {
        Optional<Trial> first = climbers.stream().filter(trial -> standings.height(trial) <= rung).findFirst();
        return first.isEmpty() ? whole : whole.stream().filter(trial -> trial.number() < first.get().number()).toList();
    }

    private List<Trial> climbers(int rung, List<Trial> whole, List<Trial> climbers) {
        return climbers.stream()
                .filter(whole::contains)
                .filter(trial -> settings.halving().climbs(trial.number(), standings.errors(rung)))
                .toList();
    }

    /// Sees to it that all these trials have a result on that rung, if time allows.
    private void evaluate(List<Trial> climbers, int rung) throws InterruptedException {
        List<Climb> climbs = new ArrayList<>();
        for (Trial trial : climbers) {
            int to = trial.number() == SuccessiveHalving.MEASURE ? rungs - 1 : rung;
            addKnown(trial, to);
            if (standings.height(trial) <= to && !standings.hasFailed(trial)) {
                climbs.add(new Climb(trial, standings.height(trial), to));
            }
        }
        Climbing.run(climbs, settings.workers(), tuner.objective(), deadline, found -> {
            journal.record(found.result());
            standings.add(found.result());
            listener.resultFound(found.trial(), found.result());
        });
    }

    private void addKnown(Trial trial, int to) {
        while (standings.height(trial) <= to && !standings.hasFailed(trial)) {
            Optional<RungResult> known = journal.result(trial.number(), standings.height(trial));
            if (known.isEmpty()) {
                return;
            }
            standings.add(known.get());
            listener.resultKnown(trial, known.get());
        }
    }

    private ConfigurationException nothingFinished() {
        int height = standings.errors(0).containsKey(SuccessiveHalving.MEASURE) ? heightOfMeasure() : 0;
        return new ConfigurationException(
                new Problem("time was up before the first trial was through", "results on all " + rungs + " rungs",
                        height + " of them",
                        "give more time, or choose settings that train faster; what was found is kept, and the same "
                                + "command goes on with it"));
    }

    private int heightOfMeasure() {
        int height = 0;
        while (height < rungs && standings.errors(height).containsKey(SuccessiveHalving.MEASURE)) {
            height++;
        }
        return height;
    }
}

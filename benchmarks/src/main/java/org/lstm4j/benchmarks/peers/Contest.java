package org.lstm4j.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lstm4j.benchmarks.protocol.Assignment;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.SamplePace;
import org.lstm4j.benchmarks.protocol.Workload;

/// Measures tasks: in each, contestants take turns, a process each, round after round.
final class Contest {

    private final List<Contestant> contestants;
    private final int rounds;
    private final SamplePace pace;
    private final boolean copies;
    private final Path folder;
    private final Consumer<String> progress;

    /// @param contestants ours first
    /// @param rounds turns of each
    /// @param pace of each process
    /// @param copies whether peers are also timed with copies in and out
    /// @param folder for reference files, and what processes print
    /// @param progress hears what goes on
    Contest(List<Contestant> contestants, int rounds, SamplePace pace, boolean copies, Path folder,
            Consumer<String> progress) {
        this.contestants = List.copyOf(contestants);
        this.rounds = rounds;
        this.pace = pace;
        this.copies = copies;
        this.folder = folder;
        this.progress = progress;
    }

    /// The figures of all who can do the task, in the order of the contestants. Who fails once has no further turns, nor has a
    /// peer that is far behind another ([Elimination]).
    ///
    /// @throws IOException when a reference cannot be written
    List<Figures> measure(Task task) throws IOException {
        List<Figures> figures = new ArrayList<>();
        for (Contestant contestant : contestants) {
            if (contestant.can(task)) {
                figures.add(new Figures(task, contestant));
            }
        }
        Path reference = reference(task);
        if (task.mode() == Mode.PROCESS) {
            figures.forEach(figure -> prepare(figure, reference));
        }
        List<Figures> out = List.of();
        for (Turns.Turn<Figures> turn : Turns.of(figures, rounds)) {
            if (turn.round() == Elimination.ROUNDS && turn.contestant().equals(figures.getFirst())) {
                out = Elimination.after(figures);
                out.forEach(peer -> progress.accept(
                        task.text() + ": no more turns for " + peer.contestant().name() + ", far behind another"));
            }
            Figures figure = turn.contestant();
            if (figure.failure().isEmpty() && !out.contains(figure)) {
                progress.accept(task.text() + ", round " + (turn.round() + 1) + " of " + rounds + ": "
                        + figure.contestant().name());
                figure.add(run(figure, reference));
            }
        }
        return figures;
    }

    /// A run that does not count: the first one unpacks native libraries and reads them from the disk.
    private void prepare(Figures figure, Path reference) {
        progress.accept(figure.task().text() + ", a run that does not count: " + figure.contestant().name());
        if (run(figure, reference) instanceof Outcome.Failure failure) {
            figure.add(failure);
        }
    }

    private Outcome run(Figures figure, Path reference) {
        Task task = figure.task();
        boolean both = copies && !figure.contestant().ours();
        return new ContestantProcess(folder).run(figure.contestant(),
                new Assignment(task.workload(), task.mode(), task.threads(), reference, pace, both));
    }

    private Path reference(Task task) throws IOException {
        Workload workload = task.workload();
        Path path = folder.resolve(workload.name() + ".reference");
        if (task.mode() != Mode.PROCESS && !Files.exists(path)) {
            progress.accept(workload.name() + ": computing what all have to come to");
            ReferenceWriter.write(path, workload, Runtime.getRuntime().availableProcessors());
        }
        return path;
    }
}

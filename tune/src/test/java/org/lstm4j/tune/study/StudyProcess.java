package org.lstm4j.tune.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tune.Journal;

/// Writes into a study file in a JVM of its own, and says on stdout what is kept.
///
/// `tune FILE` goes on with the study without end and says `trial` or `result` with a number after each record; `run FILE COUNT` adds
/// runs and says their ids.
final class StudyProcess {

    private StudyProcess() {}

    /// Starts one.
    ///
    /// @param temporary where SQLite's library may be left behind by a process that is killed
    static Process start(Path temporary, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED", "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary,
                StudyProcess.class.getName()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String[] arguments) {
        try (StudyFile study = StudyFile.open(Path.of(arguments[1]))) {
            if (arguments[0].equals("run")) {
                addRuns(study, Integer.parseInt(arguments[2]));
            } else {
                tune(study.journal(StudySamples.identity()));
            }
        }
    }

    private static void addRuns(StudyFile study, int count) {
        for (int run = 0; run < count; run++) {
            say("run", study.add(StudySamples.label("run " + run), StudySamples.run(run)).id());
        }
    }

    private static void tune(Journal journal) {
        for (int number = 1;; number++) {
            if (journal.configuration(number).isEmpty()) {
                journal.record(StudySamples.trial(number));
                say("trial", number);
            }
            if (journal.result(number, 0).isEmpty()) {
                journal.record(StudySamples.result(number, 0));
                say("result", number);
            }
        }
    }

    private static void say(String what, int number) {
        System.out.println(what + " " + number);
        System.out.flush();
    }
}

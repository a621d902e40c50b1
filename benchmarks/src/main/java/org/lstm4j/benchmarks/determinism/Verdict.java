package org.lstm4j.benchmarks.determinism;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether the same bytes came out everywhere.
///
/// @param observations of all JVMs
record Verdict(List<Observation> observations) {

    Verdict {
        observations = List.copyOf(observations);
    }

    /// Whether every subject was trained, and came out the same wherever it was.
    boolean isSame() {
        return Arrays.stream(Subject.values()).allMatch(subject -> digests(subject).size() == 1);
    }

    /// Whether what came out is what came out on other machines, too.
    boolean isAsRecorded() {
        return Arrays.stream(Subject.values())
                .allMatch(subject -> digests(subject).equals(List.of(subject.recorded())));
    }

    /// Configurations that truly differed.
    long configurations() {
        return observations.stream().map(Observation::configuration).distinct().count();
    }

    /// The digests of a subject that differ.
    List<Digest> digests(Subject subject) {
        return observations.stream()
                .filter(observation -> observation.subject() == subject)
                .map(Observation::digest)
                .distinct()
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder().append(configurations()).append(" distinct configurations\n");
        for (Subject subject : Subject.values()) {
            long trainings = observations.stream().filter(seen -> seen.subject() == subject).count();
            List<String> weights = digests(subject).stream().map(Digest::weights).distinct().toList();
            List<String> forecasts = digests(subject).stream().map(Digest::forecasts).distinct().toList();
            text.append(String.format(Locale.ROOT, "%s: %d trainings%n", subject.name().toLowerCase(Locale.ROOT),
                    trainings));
            List<String> files = digests(subject).stream().map(Digest::file).distinct().toList();
            text.append(hashes("weights", weights)).append(hashes("forecasts", forecasts));
            if (!files.equals(List.of(Digest.NO_FILE))) {
                text.append(hashes("file", files));
            }
        }
        return text.append(conclusion()).append('\n').toString();
    }

    private String conclusion() {
        if (!isSame()) {
            return "the bytes DIFFER";
        }
        String all = "all of it: sha256 " + ofAll() + "\n";
        return all + (isAsRecorded()
                ? "the same bytes everywhere, and on other machines"
                : "the same bytes everywhere here, but NOT those of other machines");
    }

    /// One hash over the hashes of all subjects, in their order.
    private String ofAll() {
        StringBuilder all = new StringBuilder();
        for (Subject subject : Subject.values()) {
            for (Digest digest : digests(subject)) {
                all.append(digest.weights()).append(digest.forecasts()).append(digest.file());
            }
        }
        return Digest.sha256(all.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String hashes(String what, List<String> distinct) {
        return String.format(Locale.ROOT, "  %-9s %d sha256 %s%n", what, distinct.size(), String.join(" ", distinct));
    }
}

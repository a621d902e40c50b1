package org.lstm4j.cli.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lstm4j.forecast.significance.Alternative;
import org.lstm4j.forecast.significance.DieboldMariano;
import org.lstm4j.forecast.significance.SignedRankTest;
import org.lstm4j.forecast.significance.SkillComparison;

/// A protocol that was run: ours, beside what is published.
///
/// @param series how many series and targets were judged
/// @param windows how many windows, each target by itself
/// @param results in the order in which methods ran
/// @param leftOut methods that do not suit the protocol
/// @param failed methods that could not be brought to their end
/// @param seconds wall time with reading
public record ProtocolResult(Protocol protocol, int series, int windows, List<MethodResult> results,
        List<LeftOut> leftOut, List<Failed> failed, double seconds) {

    public ProtocolResult {
        results = List.copyOf(results);
        leftOut = List.copyOf(leftOut);
        failed = List.copyOf(failed);
    }

    /// The best first.
    public List<MethodResult> sorted() {
        return results.stream().sorted(byMain()).toList();
    }

    /// The result by which the protocol is decided: of what was selected before the test part where there was something to select from, else
    /// of the LSTM of the defaults; empty where neither ran.
    public Optional<MethodResult> deciding() {
        return results.stream().filter(MethodResult::isSelected).findFirst()
                .or(() -> results.stream().filter(MethodResult::isLstm).findFirst());
    }

    /// All of ours that ran, the deciding one included.
    public List<MethodResult> ours() {
        return results.stream().filter(MethodResult::isOurs).toList();
    }

    /// The baseline that is best in the main measure, if one ran.
    public Optional<MethodResult> bestBaseline() {
        return results.stream().filter(result -> !result.isOurs()).min(byMain());
    }

    /// Whether one of ours is below the best baseline in the main measure; empty where no baseline ran.
    public Optional<Boolean> beatsBestBaseline(MethodResult ours) {
        return bestBaseline().map(best -> main(ours) < main(best));
    }

    /// Whether one of ours and the best baseline differ by more than chance: by origins (Diebold and Mariano), or by series where
    /// each has one window (signed ranks).
    public Optional<SkillComparison> comparison(MethodResult ours) {
        return bestBaseline().map(best -> compare(ours.losses(), best.losses()));
    }

    private SkillComparison compare(double[] ours, double[] theirs) {
        if (protocol.windows() == WindowRule.LAST) {
            return SignedRankTest.test(ours, theirs, Alternative.DIFFERENT);
        }
        double[] differences = new double[ours.length];
        for (int origin = 0; origin < differences.length; origin++) {
            differences[origin] = ours[origin] - theirs[origin];
        }
        int lags = (protocol.horizon() - 1) / protocol.windows().stride(protocol.horizon());
        return DieboldMariano.test(differences, lags, Alternative.DIFFERENT);
    }

    /// What is published, the best first; rows without the main measure last, by the next one.
    public List<PublishedRow> published() {
        return PublishedRows.of(protocol).stream().sorted(protocol.bestFirst(PublishedRow::value)).toList();
    }

    public List<Bar> bars() {
        return PublishedRows.bars(protocol);
    }

    private double main(MethodResult result) {
        return result.value(protocol.main());
    }

    private Comparator<MethodResult> byMain() {
        return Comparator.comparingDouble(this::main);
    }
}

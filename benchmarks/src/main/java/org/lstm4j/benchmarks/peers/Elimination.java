package org.lstm4j.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.benchmarks.protocol.Spread;

/// Who of the peers is out: a campaign of many rounds spends its time on those that may be the fastest.
///
/// A peer whose median over its first [#ROUNDS] rounds is more than [#BEHIND] times that of the fastest takes no more turns. Ours are
/// never out.
final class Elimination {

    /// Rounds that everybody takes part in.
    static final int ROUNDS = 3;
    /// More than a machine's pace changes a median of so many rounds, taken in turns.
    static final double BEHIND = 1.4;

    private Elimination() {}

    /// The peers that are out after these rounds, among those that failed in none.
    ///
    /// @param figures of one task, each of as many rounds
    static List<Figures> after(List<Figures> figures) {
        List<Figures> peers = new ArrayList<>(figures);
        peers.removeIf(figure -> figure.contestant().ours() || figure.failure().isPresent());
        double least = peers.stream().mapToDouble(Elimination::median).min().orElse(Double.NaN);
        peers.removeIf(peer -> !(median(peer) > BEHIND * least));
        return peers;
    }

    private static double median(Figures figures) {
        return Spread.of(figures.seconds()).median();
    }
}

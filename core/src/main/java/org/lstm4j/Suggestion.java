package org.lstm4j;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The "did you mean" of an error: the known name that is closest to a mistyped
/// one.
///
/// Closeness is the number of single-letter insertions, deletions,
/// substitutions and swaps of neighbours that turn one name into the other
/// (optimal string alignment), upper and lower case apart. A name is suggested
/// when at most a third of its letters differ, or when one name begins with the
/// other.
public final class Suggestion {

    private Suggestion() {}

    /// The closest of the known names, the first one when several are equally
    /// close; empty when none is close.
    public static Optional<String> closest(String wanted, Collection<String> known) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(fold(wanted), fold(candidate));
            if (distance < bestDistance && isClose(wanted, candidate, distance)) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// `did you mean 'demand'? ` or, when no known name is close, an empty text:
    /// to be put before the rest of a fix.
    public static String text(String wanted, Collection<String> known) {
        return closest(wanted, known).map(name -> "did you mean '" + name + "'? ").orElse("");
    }

    private static boolean isClose(String wanted, String candidate, int distance) {
        int longer = Math.max(wanted.length(), candidate.length());
        if (3 * distance <= Math.max(longer, 3)) {
            return true;
        }
        int shorter = Math.min(wanted.length(), candidate.length());
        return shorter >= 3 && (fold(candidate).startsWith(fold(wanted)) || fold(wanted).startsWith(fold(candidate)));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}

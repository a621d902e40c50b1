package org.lstm4j.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The name that was probably meant by a mistyped one.
///
/// A name is close when it begins with what was typed, or when few letters have
/// to be inserted, removed, replaced or swapped with their neighbour (optimal
/// string alignment distance): one for each three letters typed, dashes in front
/// not counted.
final class Suggestion {

    private static final int LETTERS_PER_SLIP = 3;

    private Suggestion() {}

    /// The closest of the names, the first of equally close ones, or nothing when
    /// none is close.
    static Optional<String> closest(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> isClose(typed, name))
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    private static boolean isClose(String typed, String name) {
        int letters = typed.replaceFirst("^-+", "").length();
        boolean abbreviated = letters >= LETTERS_PER_SLIP && name.startsWith(typed);
        return abbreviated || distance(typed, name) <= Math.max(1, letters / LETTERS_PER_SLIP);
    }

    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + edits[i - 2][j - 2]) : best;
    }
}

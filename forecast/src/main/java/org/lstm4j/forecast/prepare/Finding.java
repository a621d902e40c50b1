package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Something found in the data: how often, and the first places.
///
/// @param count how often
/// @param first the first places, at most [#SHOWN]
public record Finding(int count, List<Place> first) {

    /// How many places are kept.
    public static final int SHOWN = 5;

    /// Nothing was found.
    public static final Finding NONE = new Finding(0, List.of());

    public Finding {
        first = List.copyOf(first);
    }

    /// Where in the source.
    ///
    /// @param row number of the row, the first data row being 1; 0 when no row is meant
    /// @param time the row's time in UTC; without time `step 7`
    /// @param note what is to be said about this place; may be empty
    public record Place(long row, String time, String note) {

        @Override
        public String toString() {
            if (row == 0) {
                return note.isEmpty() ? time : time + " (" + note + ")";
            }
            return "row " + row + " (" + time + (note.isEmpty() ? ")" : ": " + note + ")");
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// The places in one line: `row 7 (2011-01-01T06:00Z), row 9 (…), …`.
    public String places() {
        String shown = first.stream().map(Place::toString).collect(Collectors.joining(", "));
        return count > first.size() ? shown + ", …" : shown;
    }

    /// Counts places and keeps the first ones.
    static final class Collector {

        private final List<Place> first = new ArrayList<>();
        private int count;

        void add(long row, String time, String note) {
            if (count < SHOWN) {
                first.add(new Place(row, time, note));
            }
            count++;
        }

        Finding finding() {
            return count == 0 ? NONE : new Finding(count, first);
        }
    }
}

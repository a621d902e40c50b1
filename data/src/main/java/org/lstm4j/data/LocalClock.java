package org.lstm4j.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Turns times on the local clock of a zone into instants.
///
/// Twice a year a clock that is put forward and back makes this ambiguous. An
/// hour that is skipped is read as the one after it. In the hour that comes
/// twice, a series' first row of a time is taken for the earlier instant, its
/// second row of the same time for the later one. Both are reported.
final class LocalClock {

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Set<SeriesTime> seenInRepeatedHour = new HashSet<>();
    private final List<Long> skipped = new ArrayList<>();
    private final List<Long> repeated = new ArrayList<>();

    LocalClock(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /// The instant of a local time, in milliseconds since 1970.
    ///
    /// @param series the row's series
    /// @param localMillis milliseconds since 1970 on the local clock
    /// @param row the row's number, for the report
    long instant(String series, long localMillis, long row) {
        if (rules.isFixedOffset()) {
            return localMillis - rules.getOffset(Instant.EPOCH).getTotalSeconds() * 1000L;
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(localMillis), ZoneOffset.UTC);
        int offsets = rules.getValidOffsets(local).size();
        ZonedDateTime time = ZonedDateTime.ofLocal(local, zone, null);
        if (offsets == 0) {
            skipped.add(row);
        } else if (offsets == 2) {
            repeated.add(row);
            if (!seenInRepeatedHour.add(new SeriesTime(series, localMillis))) {
                time = time.withLaterOffsetAtOverlap();
            }
        }
        return time.toInstant().toEpochMilli();
    }

    /// A sentence for each kind of row that needed a decision.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!skipped.isEmpty()) {
            notes.add(counted(skipped) + " in an hour that the clocks of " + zone
                    + " skip, read as the hour after it: " + rows(skipped)
                    + "; if the times are in UTC, leave --zone out");
        }
        if (!repeated.isEmpty()) {
            notes.add(counted(repeated) + " in an hour that comes twice on the clocks of " + zone
                    + "; the first row of a time is taken for the earlier instant: " + rows(repeated));
        }
        return notes;
    }

    private static String counted(List<Long> rows) {
        return rows.size() == 1 ? "1 row is" : rows.size() + " rows are";
    }

    private static String rows(List<Long> rows) {
        String first = String.join(", ", rows.stream().limit(5).map(row -> "row " + row).toList());
        return rows.size() > 5 ? first + ", …" : first;
    }

    private record SeriesTime(String series, long localMillis) {}
}

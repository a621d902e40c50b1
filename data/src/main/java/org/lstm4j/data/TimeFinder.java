package org.lstm4j.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.data.ColumnInfo.Kind;
import org.lstm4j.forecast.Frequency.StepIndex;

/// Finds the column, or columns, that hold the time.
///
/// - The columns that were asked for, joined with blanks when they are several.
/// - Else the only column whose values are all times; where there are several, the one with a usual name.
/// - Else the only column called like a part of a time, when its numbers are years or months (`194901`).
/// - Else, when every column is a number so that no time can have been overlooked, rows are numbered.
/// - Else the user is asked.
final class TimeFinder {

    private static final Set<String> USUAL_NAMES = Set.of("time", "timestamp", "datetime", "date_time", "date", "ds",
            "ts", "datum", "zeit", "日期", "时间");
    private static final Set<String> PARTS = Set.of("year", "yr", "month", "mon", "day", "hour", "hr", "minute",
            "second");

    private final SourceTable table;
    private final ReadOptions options;
    private final List<String> notes;

    /// @param notes receives what was decided on the way
    TimeFinder(SourceTable table, ReadOptions options, List<String> notes) {
        this.table = table;
        this.options = options;
        this.notes = notes;
    }

    /// @throws DataException when columns that were asked for hold no times, or none or several hold them
    TimeSource find() {
        if (options.noTime() || options.frequency() instanceof StepIndex) {
            return TimeSource.numbered();
        }
        return options.time().isEmpty() ? search() : asked();
    }

    private TimeSource asked() {
        List<SourceColumn> columns = options.time().stream().map(name -> table.profile(name).column()).toList();
        SourceColumn first = columns.getFirst();
        if (columns.size() == 1 && first.isTime()) {
            return TimeSource.typed(first);
        }
        TimeTexts texts = TimeTexts.of(table, columns);
        String format = options.timeFormat();
        if (format != null) {
            return texts.read(TimeFormat.asked(format));
        }
        if (columns.size() == 1 && table.profile(first.name()).kind() == Kind.NUMBER) {
            return NumericTimes.find(table, first).orElseThrow(texts::unreadable);
        }
        return texts.find().orElseThrow(texts::unreadable);
    }

    private TimeSource search() {
        Map<String, TimeSource> found = new LinkedHashMap<>();
        for (ColumnProfile profile : table.profiles()) {
            if (!hasRole(profile.name())) {
                time(profile).ifPresent(time -> found.put(profile.name(), time));
            }
        }
        if (found.isEmpty()) {
            return loneYear().orElseGet(this::numberedOrAsk);
        }
        return found.size() == 1 ? found.values().iterator().next() : byName(found);
    }

    /// Years, or months such as 194901, in a number column of that name where no
    /// other column is a part of the time.
    private Optional<TimeSource> loneYear() {
        List<String> parts = parts();
        if (parts.size() != 1 || hasRole(parts.getFirst())) {
            return Optional.empty();
        }
        ColumnProfile part = table.profile(parts.getFirst());
        return part.kind() == Kind.NUMBER ? NumericTimes.find(table, part.column()) : Optional.empty();
    }

    private List<String> parts() {
        return table.names().stream().filter(name -> PARTS.contains(name.toLowerCase(Locale.ROOT))).toList();
    }

    private Optional<TimeSource> time(ColumnProfile profile) {
        return switch (profile.kind()) {
            case TIME -> Optional.of(TimeSource.typed(profile.column()));
            case TEXT -> text(profile);
            case NUMBER -> isUsualName(profile.name())
                    ? NumericTimes.find(table, profile.column())
                    : Optional.empty();
            case EMPTY, OTHER -> Optional.empty();
        };
    }

    private Optional<TimeSource> text(ColumnProfile profile) {
        TimeTexts texts = TimeTexts.of(table, List.of(profile.column()));
        String format = options.timeFormat();
        if (format == null) {
            return texts.find();
        }
        TimeFormat asked = TimeFormat.asked(format);
        return table.count(asked.micros(texts.expression())) == profile.present()
                ? Optional.of(texts.read(asked))
                : Optional.empty();
    }

    private TimeSource byName(Map<String, TimeSource> found) {
        List<String> usual = found.keySet().stream().filter(TimeFinder::isUsualName).toList();
        if (usual.size() != 1) {
            throw new DataException(new Problem("several columns hold times", "one column for the time",
                    String.join(", ", found.keySet()), "name it with --time"));
        }
        List<String> others = new ArrayList<>(found.keySet());
        others.removeAll(usual);
        notes.add("the time is taken from '" + usual.getFirst() + "'; there are also times in "
                + String.join(", ", others));
        return found.values().stream().filter(time -> time.columns().equals(usual)).findFirst().orElseThrow();
    }

    private TimeSource numberedOrAsk() {
        List<String> parts = parts();
        boolean onlyNumbers = table.profiles().stream()
                .allMatch(p -> p.kind() == Kind.NUMBER || p.kind() == Kind.EMPTY || hasRole(p.name()));
        if (parts.size() < 2 && onlyNumbers && options.timeFormat() == null) {
            notes.add("no column holds times: the rows are taken as steps 0, 1, 2, …");
            return TimeSource.numbered();
        }
        if (parts.size() < 2) {
            refuseBrokenTimes();
        }
        throw new DataException(new Problem("no column of '" + table.title() + "' holds times", "one whose every value"
                + " is a time in a usual format", "columns " + table.described(), remedy(parts)));
    }

    /// A column that is called like a time or begins with times has one that cannot
    /// be read: more helpful than to say that there is no such column.
    private void refuseBrokenTimes() {
        String format = options.timeFormat();
        for (ColumnProfile profile : table.profiles()) {
            if (profile.kind() == Kind.TEXT && !hasRole(profile.name())) {
                TimeTexts texts = TimeTexts.of(table, List.of(profile.column()));
                boolean meant = isUsualName(profile.name());
                if (format != null && (meant || texts.beginAs(TimeFormat.asked(format)))) {
                    texts.read(TimeFormat.asked(format));
                }
                if (format == null && (meant || texts.beginLikeTimes())) {
                    throw texts.unreadable();
                }
            }
        }
    }

    private String remedy(List<String> parts) {
        if (parts.size() >= 2) {
            return "join the parts: --time " + String.join(",", parts);
        }
        if (table.profiles().stream().allMatch(profile -> profile.kind() == Kind.OTHER)) {
            return "give an array of plain objects, or a line for each object, where an object is a row";
        }
        return table.looksWide()
                ? "it looks as if each row were a series: add --wide"
                : "name the column with --time and its format with --time-format, or use --no-time to take the rows as"
                        + " steps 0, 1, 2, …";
    }

    private boolean hasRole(String name) {
        return name.equals(options.series()) || options.target().contains(name) || options.past().contains(name)
                || options.future().contains(name) || options.statics().contains(name);
    }

    private static boolean isUsualName(String name) {
        return USUAL_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}

package org.lstm4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.data.DatasetBuilder.Description;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.forecast.prepare.DuplicateAggregate;
import org.lstm4j.forecast.prepare.FillMethod;

/// The flags that say explicitly what was found or asked for, so that a later
/// file of the same kind is read in the same way or refused.
final class SuggestedFlags {

    private SuggestedFlags() {}

    static List<String> of(ReadOptions options, Description found, Roles roles, Frequency frequency, int season) {
        List<String> flags = new ArrayList<>();
        text(found.format(), flags);
        if (options.wide()) {
            flags.add("--wide");
        } else {
            time(found, options, flags);
            add(flags, "--series", options.series() == null ? "" : options.series());
            if (!options.target().isEmpty() || roles.targets().size() == 1) {
                add(flags, "--target", String.join(",", roles.targets()));
            }
        }
        add(flags, "--past", String.join(",", options.past()));
        add(flags, "--future", String.join(",", options.future()));
        add(flags, "--static", String.join(",", options.statics()));
        add(flags, "--categorical", String.join(",", options.categories()));
        add(flags, "--freq", frequency instanceof StepIndex ? "" : frequency.toString());
        add(flags, "--season", String.valueOf(season));
        cleaning(options, flags);
        return flags;
    }

    /// What was asked for and cannot be found in the data.
    private static void cleaning(ReadOptions options, List<String> flags) {
        List<String> missing = options.missing();
        add(flags, "--missing", missing == null ? "" : String.join(",", missing));
        add(flags, "--fill", options.fill() == FillMethod.NONE ? "" : name(options.fill()));
        DuplicateAggregate aggregate = options.aggregate();
        add(flags, "--aggregate", aggregate == null ? "" : name(aggregate));
        DuplicateAggregate resample = options.resample();
        add(flags, "--resample", resample == null ? "" : name(resample));
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void text(DataReader.Format format, List<String> flags) {
        add(flags, "--encoding", format.encoding().equals("UTF-8") ? "" : format.encoding());
        add(flags, "--delimiter", switch (format.delimiter()) {
            case "," -> "";
            case "\t" -> "tab";
            default -> format.delimiter();
        });
        add(flags, "--decimal", format.decimal() == '.' ? "" : ",");
        if (!format.header()) {
            flags.add("--no-header");
        }
    }

    private static void time(Description found, ReadOptions options, List<String> flags) {
        if (found.timeColumns().isEmpty()) {
            flags.add("--no-time");
            return;
        }
        add(flags, "--time", String.join(",", found.timeColumns()));
        add(flags, "--time-format", found.timeFormat().equals("as typed") ? "" : found.timeFormat());
        String zone = options.zone().getId();
        add(flags, "--zone", zone.equals("Z") ? "" : zone);
    }

    private static void add(List<String> flags, String flag, String value) {
        if (!value.isEmpty()) {
            flags.add(flag + " " + (value.matches("[\\w,.=/-]+") ? value : "'" + value.replace("'", "'\\''") + "'"));
        }
    }
}

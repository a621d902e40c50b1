package org.lstm4j.forecast.prepare;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The rows of a series in order of time, one row a time.
///
/// @param source the rows as they were read
/// @param times `[times]` strictly rising
/// @param values `[columns][times]`
/// @param rows `[times]` row number; that of the first where several rows had the time
/// @param unsorted rows whose time is before that of the row above them
/// @param duplicates rows whose time an earlier row already had
@SuppressWarnings("ArrayRecordComponent") // a carrier of rows, never compared
record OrderedRows(Observations source, long[] times, double[][] values, long[] rows, Finding unsorted,
        Finding duplicates) {

    static OrderedRows of(Observations observations, DuplicateAggregate aggregate) {
        if (isStrictlyRising(observations.times())) {
            return new OrderedRows(observations, observations.times(), observations.values(), observations.rows(),
                    Finding.NONE, Finding.NONE);
        }
        Finding unsorted = unsorted(observations);
        int[] order = order(observations, unsorted);
        List<int[]> groups = groups(observations, order);
        Finding duplicates = duplicates(observations, groups);
        long[] times = new long[groups.size()];
        long[] rows = new long[groups.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = observations.times()[groups.get(i)[0]];
            rows[i] = observations.rows()[groups.get(i)[0]];
        }
        double[][] values = new double[observations.values().length][times.length];
        for (int c = 0; c < values.length; c++) {
            DuplicateAggregate its = aggregate.of(observations, c);
            for (int i = 0; i < times.length; i++) {
                values[c][i] = its.of(observations.values()[c], groups.get(i));
            }
        }
        return new OrderedRows(observations, times, values, rows, unsorted, duplicates);
    }

    /// A time as messages show it.
    static String text(long time) {
        return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).toString();
    }

    private static boolean isStrictlyRising(long[] times) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static Finding unsorted(Observations observations) {
        Finding.Collector unsorted = new Finding.Collector();
        long[] times = observations.times();
        for (int i = 1; i < times.length; i++) {
            if (times[i] < times[i - 1]) {
                unsorted.add(observations.rows()[i], text(times[i]), "");
            }
        }
        return unsorted.finding();
    }

    /// Row indices by time; rows of the same time stay in the order they were read.
    private static int[] order(Observations observations, Finding unsorted) {
        int[] order = new int[observations.size()];
        Arrays.setAll(order, i -> i);
        if (unsorted.isEmpty()) {
            return order;
        }
        return Arrays.stream(order).boxed().sorted(Comparator.comparingLong(i -> observations.times()[i]))
                .mapToInt(Integer::intValue).toArray();
    }

    /// Runs of rows of the same time.
    private static List<int[]> groups(Observations observations, int[] order) {
        List<int[]> groups = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to == order.length || observations.times()[order[to]] != observations.times()[order[from]]) {
                groups.add(Arrays.copyOfRange(order, from, to));
                from = to;
            }
        }
        return groups;
    }

    private static Finding duplicates(Observations observations, List<int[]> groups) {
        Finding.Collector duplicates = new Finding.Collector();
        for (int[] group : groups) {
            for (int i = 1; i < group.length; i++) {
                duplicates.add(observations.rows()[group[i]], text(observations.times()[group[i]]),
                        "also row " + observations.rows()[group[0]]);
            }
        }
        return duplicates.finding();
    }
}

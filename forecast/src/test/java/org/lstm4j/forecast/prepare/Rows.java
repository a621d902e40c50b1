package org.lstm4j.forecast.prepare;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// Rows for tests: times as text, values 1, 2, 3, … unless others are given.
final class Rows {

    private Rows() {}

    static Observations at(String... times) {
        long[] instants = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            instants[i] = millis(times[i]);
        }
        return at(instants);
    }

    static Observations at(long... instants) {
        double[] values = new double[instants.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        return of("", instants, values);
    }

    static Observations of(String name, long[] instants, double... values) {
        long[] rows = LongStream.rangeClosed(1, instants.length).toArray();
        return new Observations(name, instants, List.of("x"), new double[][]{values}, rows);
    }

    /// Instants a step apart.
    static long[] every(String start, long step, int count) {
        long first = millis(start);
        return LongStream.range(0, count).map(i -> first + i * step).toArray();
    }

    static long[] join(long[] first, long... second) {
        return LongStream.concat(LongStream.of(first), LongStream.of(second)).toArray();
    }

    /// `2012-01-01`, `2012-01-01T10:00` or with seconds, UTC.
    static long millis(String time) {
        String full = switch (time.length()) {
            case 10 -> time + "T00:00:00Z";
            case 16 -> time + ":00Z";
            default -> time + "Z";
        };
        return Instant.parse(full).toEpochMilli();
    }
}

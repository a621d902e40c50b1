package org.lstm4j.cli.accuracy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.forecast.Frequency;

/// The files of a protocol and how they are read.
public sealed interface ProtocolData {

    /// The names of the files, each of which may also end in `.gz`.
    List<String> files();

    /// Many series, one a row, without time: what is known in one file, what came after in the other.
    ///
    /// @param frequency how far apart the steps are, which the files do not say
    /// @param aligned whether all series have the same steps, so that one that ends early has missing values there
    record TrainAndTest(String train, String test, Frequency frequency, boolean aligned) implements ProtocolData {
        @Override
        public List<String> files() {
            return List.of(train, test);
        }
    }

    /// One table, whose targets are series of their own.
    ///
    /// @param reading what is not found in the file: targets, roles, time
    record Table(String file, UnaryOperator<ReadOptions.Builder> reading) implements ProtocolData {
        @Override
        public List<String> files() {
            return List.of(file);
        }
    }

    /// A table in which several steps become one, their mean: GIFT-Eval makes hours of quarters of an hour.
    ///
    /// @param steps of the table that become one, at least 2; what is left over at the end is not used
    record Means(Table table, int steps) implements ProtocolData {
        @Override
        public List<String> files() {
            return table.files();
        }
    }
}

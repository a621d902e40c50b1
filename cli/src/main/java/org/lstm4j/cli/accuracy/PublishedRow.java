package org.lstm4j.cli.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What others have published of a method in a protocol.
///
/// @param source where the figures stand
/// @param status how the figures got here
public record PublishedRow(String method, Map<Measure, Double> measures, String source, Status status) {

    /// How sure a figure is.
    public enum Status {
        /// Read in the source named.
        READ("read in the source"),
        /// Measured with a program of our own on the same windows.
        MEASURED("measured"),
        /// From memory: the source was not at hand.
        RECALLED("recalled, not verified");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /// The same in words.
        public String words() {
            return words;
        }
    }

    public PublishedRow {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /// A measure; NaN where it was not published.
    public double value(Measure measure) {
        return measures.getOrDefault(measure, Double.NaN);
    }
}

package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;

/// A line of a network's summary about a part of a layer.
///
/// @param name of the part
/// @param outputShape of one sample
/// @param parameters how many trainable numbers it has
/// @param reads what it reads; empty where that is what stands above
public record SummaryLine(String name, Shape outputShape, long parameters, String reads) {

    /// How many trainable numbers a layer has.
    public static long parametersOf(Layer layer) {
        return layer.parameters().stream().mapToLong(parameter -> parameter.shape().elements()).sum();
    }
}

package org.lstm4j.interop.source;

import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.interop.source.SourceLayers.Flow;
import org.lstm4j.nn.graph.Merge;

/// Merges of a graph as calls of plain functions.
record MergeCalls(SourceText text) {

    /// @param read at least two
    String of(Merge merge, List<Flow> read) {
        return switch (merge) {
            case CONCATENATE -> beside(read);
            case ADD -> row("sum", RuntimePart.MERGE, read);
            case SUBTRACT -> row("difference", RuntimePart.DIFFERENCE, read);
            case MULTIPLY -> row("product", RuntimePart.MERGE, read);
            case AVERAGE -> {
                text.needs(RuntimePart.QUOTIENT);
                yield "quotient(" + row("sum", RuntimePart.MERGE, read) + ", " + read.size() + ")";
            }
            case MAXIMUM -> extreme(1, read);
            case MINIMUM -> extreme(-1, read);
        };
    }

    private String beside(List<Flow> read) {
        text.needs(RuntimePart.MERGE);
        String all = read.getFirst().variable();
        int width = read.getFirst().shape().last();
        for (Flow next : read.subList(1, read.size())) {
            all = "beside(" + all + ", " + width + ", " + next.variable() + ", " + next.shape().last() + ")";
            width += next.shape().last();
        }
        return all;
    }

    /// From the first to the last.
    private String row(String function, RuntimePart part, List<Flow> read) {
        text.needs(part);
        return read.stream().map(Flow::variable).reduce((a, b) -> function + "(" + a + ", " + b + ")").orElseThrow();
    }

    private String extreme(int sign, List<Flow> read) {
        text.needs(RuntimePart.EXTREME);
        return "extreme(" + sign + ", " + read.stream().map(Flow::variable).collect(Collectors.joining(", ")) + ")";
    }
}

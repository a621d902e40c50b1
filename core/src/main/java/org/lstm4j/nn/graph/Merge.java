package org.lstm4j.nn.graph;

import java.util.List;
import org.lstm4j.tensor.Shape;

/// How a graph makes one array of several: Keras' merging layers. All but the first take arrays of the same sizes, element by element.
public enum Merge {
    /// Side by side along the innermost axis: [steps, a] and [steps, b] become [steps, a + b].
    CONCATENATE,
    /// a + b + …
    ADD,
    /// a − b
    SUBTRACT,
    /// a·b·…
    MULTIPLY,
    /// (a + b + …) / n
    AVERAGE,
    /// The largest; the gradient goes to the first that has it.
    MAXIMUM,
    /// The smallest; the gradient goes to the first that has it.
    MINIMUM;

    /// Its name in summaries and model files.
    public String label() {
        return switch (this) {
            case CONCATENATE -> "concatenate";
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case AVERAGE -> "average";
            case MAXIMUM -> "maximum";
            case MINIMUM -> "minimum";
        };
    }

    /// Its arithmetic for arrays of those shapes.
    Merging of(List<Shape> shapes) {
        return switch (this) {
            case CONCATENATE -> new Concatenation(shapes);
            case ADD -> new SignedSum(1, 1);
            case SUBTRACT -> new SignedSum(-1, 1);
            case AVERAGE -> new SignedSum(1, shapes.size());
            case MULTIPLY -> new Product();
            case MAXIMUM -> new Extreme(1);
            case MINIMUM -> new Extreme(-1);
        };
    }
}

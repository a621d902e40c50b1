package org.lstm4j.nn.graph;

/// What the inputs, nodes and outputs of a graph may be called: their names begin those of parameters, `0.demand.weight`, and of
/// metrics, `demand_mae`.
final class NodeName {

    private NodeName() {}

    /// The name, if it is one.
    ///
    /// @throws IllegalArgumentException when it is empty, or has other characters than letters, digits, `_`, `-` and spaces
    static String require(String name) {
        boolean fits = !name.isBlank() && name.codePoints().allMatch(NodeName::fits);
        if (!fits) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of an input or node of a graph;"
                    + " take letters, digits, _, - and spaces");
        }
        return name;
    }

    private static boolean fits(int letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == ' ';
    }
}

package org.lstm4j.benchmarks.profile;

/// A part of a step whose time is told apart.
enum Phase {
    PRE_ACTIVATIONS("forward: products"), GATES("forward: gates and cells"), REST_OF_FORWARD(
            "forward: packing and copying"), LOSS("loss"), THROUGH_WEIGHTS("backward: products"), GATE_GRADIENTS(
                    "backward: gates and cells"), WEIGHT_GRADIENT("backward: weight gradient"), REST_OF_BACKWARD(
                            "backward: packing and copying"), OPTIMIZER("optimizer");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// Whether it is a matrix product, each of which is a third of a training step's nominal work.
    boolean isProduct() {
        return this == PRE_ACTIVATIONS || this == THROUGH_WEIGHTS || this == WEIGHT_GRADIENT;
    }
}

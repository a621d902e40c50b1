package org.lstm4j.nn.loss;

/// What the losses of several classes ask of outputs and targets.
final class Classes {

    private Classes() {}

    /// Of one class the probability is always 1, and nothing would be learned.
    static void requireSeveral(int outputs) {
        if (outputs < 2) {
            throw new IllegalArgumentException(
                    "a loss of several classes needs an output for each class, 2 or more, but the"
                            + " network has " + outputs + "; use the loss bce-logits for a yes or no");
        }
    }

    /// NaN passes.
    static void requireProbability(String what, float value) {
        if (value < 0f || value > 1f) {
            throw new IllegalArgumentException("a " + what + " is " + value
                    + ", but probabilities of classes are from 0 to 1; "
                    + (what.equals("target")
                            ? "use the loss sparse-cce-logits for numbers of classes"
                            : "use the loss cce-logits, which takes any number"));
        }
    }

    /// The class that a target names.
    static int number(float target, int classes) {
        int number = (int) target;
        if (number != target || number < 0 || number >= classes) {
            throw new IllegalArgumentException(
                    "a target is " + target + ", which is not the number of a class; classes are"
                            + " whole numbers from 0 to " + (classes - 1) + ", one less than the network's outputs");
        }
        return number;
    }
}

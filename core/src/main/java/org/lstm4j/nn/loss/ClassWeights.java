package org.lstm4j.nn.loss;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How much the samples of each class count, as Keras' `class_weight`: a function from targets to sample weights, for data in
/// which one class is rare.
///
/// {@snippet :
/// ClassWeights classes = ClassWeights.balanced(targets, 2);
/// LossWeights weights = LossWeights.of(classes.sampleWeights(targets));
/// }
///
/// @param weights of class 0, class 1, …; finite, none below 0
public record ClassWeights(List<Double> weights) {

    public ClassWeights {
        weights = List.copyOf(weights);
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weights of classes must be finite and not below 0, but are " + weights);
            }
        }
    }

    /// The weights of class 0, class 1, …
    public static ClassWeights of(Double... weights) {
        return new ClassWeights(List.of(weights));
    }

    /// Weights by which every class counts the same in all: rows / (classes · rows of the class), as scikit-learn's `balanced`. A class
    /// without rows has weight 1.
    ///
    /// @param targets as for [#sampleWeights]
    /// @throws IllegalArgumentException as [#sampleWeights]
    public static ClassWeights balanced(Tensor targets, int classes) {
        int rows = LossWeights.rows(targets.shape());
        int[] counts = new int[classes];
        for (int row = 0; row < rows; row++) {
            counts[classOf(targets, row, classes)]++;
        }
        List<Double> weights = new ArrayList<>(classes);
        for (int count : counts) {
            weights.add(count == 0 ? 1.0 : rows / ((double) classes * count));
        }
        return new ClassWeights(weights);
    }

    /// The weight of each row: `[batch]`, or `[batch, steps]`.
    ///
    /// @param targets numbers of classes, `[batch, 1]` or `[batch, steps, 1]`, 0 and 1 for a yes or no; or one value for each class, of
    ///        which the largest counts
    /// @throws IllegalArgumentException when a target is not the number of a class, or rows have neither one value nor as many
    ///         as there are classes
    public Tensor sampleWeights(Tensor targets) {
        Shape shape = targets.shape();
        Tensor sampleWeights = Tensor.zeros(new Shape(shape.axes().subList(0, shape.rank() - 1)));
        for (int row = 0; row < sampleWeights.data().length; row++) {
            sampleWeights.data()[row] = weights.get(classOf(targets, row, weights.size())).floatValue();
        }
        return sampleWeights;
    }

    private static int classOf(Tensor targets, int row, int classes) {
        int width = targets.shape().last();
        if (width == 1) {
            return Classes.number(targets.data()[row], classes);
        }
        if (width != classes) {
            throw new IllegalArgumentException("there are weights for " + classes + " classes, but targets are "
                    + targets.shape() + "; targets have one value, the number of the class, or " + classes);
        }
        int largest = row * width;
        for (int index = row * width; index < (row + 1) * width; index++) {
            largest = targets.data()[index] > targets.data()[largest] ? index : largest;
        }
        return largest - row * width;
    }
}

package org.lstm4j.nn.graph;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The shape of a sample that comes out of a merge.
///
/// @param layer the name of the graph, for messages
record MergeShapes(String layer, MergeNode node) {

    /// @param shapes of a sample of each array that the node reads
    /// @throws IllegalArgumentException when they cannot be merged; the message names node, axes and sizes
    Shape outputShape(List<Shape> shapes) {
        for (int input = 1; input < shapes.size(); input++) {
            if (!fit(shapes.getFirst(), shapes.get(input))) {
                throw new IllegalArgumentException(message(shapes, input));
            }
        }
        return node.merge() == Merge.CONCATENATE ? sideBySide(shapes) : shapes.getFirst();
    }

    private boolean fit(Shape first, Shape other) {
        if (node.merge() != Merge.CONCATENATE) {
            return first.sameSizes(other);
        }
        return first.rank() == other.rank() && outer(first).sameSizes(outer(other));
    }

    private static Shape outer(Shape shape) {
        return new Shape(shape.axes().subList(0, shape.rank() - 1));
    }

    private static Shape sideBySide(List<Shape> shapes) {
        long width = 0;
        boolean sameName = true;
        Axis inner = shapes.getFirst().axes().getLast();
        for (Shape shape : shapes) {
            width += shape.last();
            sameName = sameName && shape.axes().getLast().name().equals(inner.name());
        }
        List<Axis> axes = new ArrayList<>(outer(shapes.getFirst()).axes());
        axes.add(new Axis(sameName ? inner.name() : "features", (int) Math.min(width, Integer.MAX_VALUE)));
        return new Shape(axes);
    }

    private String message(List<Shape> shapes, int input) {
        Shape first = shapes.getFirst();
        Shape other = shapes.get(input);
        return "node \"" + node.name() + "\" of layer \"" + layer + "\" is to " + node.merge().label() + " \""
                + node.reads().getFirst() + "\" " + first + " and \"" + node.reads().get(input) + "\" " + other
                + ", but " + rule() + "; " + remedy(first, other);
    }

    private String rule() {
        return node.merge() == Merge.CONCATENATE
                ? "all axes save the innermost must have the same sizes"
                : "both must have the same sizes";
    }

    private static String remedy(Shape first, Shape other) {
        if (first.rank() == other.rank()) {
            return "bring one to the other's sizes, with a DenseSpec if it is the innermost axis";
        }
        int steps = Math.max(first.rank(), other.rank()) == first.rank() ? first.size(0) : other.size(0);
        return "say a vector at every step with RepeatVectorSpec(" + steps + "), or make a vector of a sequence with"
                + " LastStepSpec, GlobalPoolingSpec or FlattenSpec";
    }
}

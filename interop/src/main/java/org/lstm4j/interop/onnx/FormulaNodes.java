package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.recurrent.MergeMode;

/// Functions that make layers only together with others, and those over an axis.
final class FormulaNodes {

    private static final int LARGEST = 64;

    private FormulaNodes() {}

    /// The layer that the formula is, or the formula, to become one.
    static Value formula(NodeReading node, Flow base, Term term) {
        if (term.size() > LARGEST) {
            throw node.refuse("it belongs to a formula that is no layer of ours", "", Terms.text(term).substring(0, 60),
                    "leave it out of the model");
        }
        Activation activation = Terms.activation(term);
        if (activation != null) {
            return ActivationNodes.after(node, base, activation);
        }
        OptionalDouble epsilon = Terms.normalization(term);
        return epsilon.isPresent()
                ? NormalizationNodes.normalized(node, base, (float) epsilon.getAsDouble())
                : new Value.Formula(base, term);
    }

    static Value ofOne(NodeReading node) {
        return node.value(0) instanceof Value.Formula(Flow base, Term term)
                ? formula(node, base, Term.call(node.operator(), term))
                : formula(node, node.settled(0), Term.call(node.operator(), new Term.X()));
    }

    static Value reduce(NodeReading node) {
        long[] axes = node.wholesOrInput("axes", 1);
        boolean keeps = node.whole("keepdims", 1) != 0;
        node.ignore("noop_with_empty_axes");
        Flow flow = node.value(0) instanceof Value.Formula(Flow base, _) ? base : node.flow(0);
        if (axes == null || axes.length != 1) {
            throw node.refuse("it is over all axes or several", "one axis", axes == null ? "all" : axes.length + "",
                    "leave it out of the model");
        }
        int place = node.axis(axes[0], flow.rank());
        List<Atom> axis = flow.axes().get(place);
        if (axis.size() == 1 && axis.getFirst().is(Atom.Role.DIRECTIONS)) {
            return dropped(Settling.merged(node, flow.withAxes(with(flow, place)), merge(node)), place, keeps);
        }
        boolean ofFeatures = place == flow.rank() - 1 && !axis.isEmpty() && axis.getLast().is(Atom.Role.FEATURES);
        if (keeps && ofFeatures && node.operator().equals("ReduceMean")) {
            return node.value(0) instanceof Value.Formula(Flow base, Term term)
                    ? formula(node, base, Term.call("ReduceMean", term))
                    : formula(node, node.features(0), Term.call("ReduceMean", new Term.X()));
        }
        return dropped(pooled(node, place), place, keeps);
    }

    private static MergeMode merge(NodeReading node) {
        return switch (node.operator()) {
            case "ReduceSum" -> MergeMode.SUM;
            case "ReduceProd" -> MergeMode.PRODUCT;
            case "ReduceMean" -> MergeMode.AVERAGE;
            default -> throw node.refuse("no layer of ours merges directions so", "their sum, product or mean",
                    node.operator(), "leave it out of the model");
        };
    }

    /// Over all steps.
    private static Flow pooled(NodeReading node, int place) {
        Flow flow = node.settled(0);
        List<Atom> axis = flow.axes().get(place);
        boolean steps = axis.size() == 1 && node.axes().isSteps(axis.getFirst());
        Pooling pooling = switch (node.operator()) {
            case "ReduceMean" -> Pooling.AVERAGE;
            case "ReduceMax" -> Pooling.MAXIMUM;
            default -> null;
        };
        if (!steps || pooling == null) {
            throw node.refuse("no layer of ours does this over that axis", "mean or maximum over steps",
                    node.operator() + " over " + Values.text(List.of(axis)), "leave it out of the model");
        }
        ForeignLayer layer = ForeignLayer.of(node.layerName(), new GlobalPoolingSpec(pooling));
        return new Flow(flow.chain().with(layer), null, with(flow, place), false);
    }

    /// The axes, of which one counts nothing any more.
    private static List<List<Atom>> with(Flow flow, int place) {
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.set(place, List.of());
        return axes;
    }

    private static Flow dropped(Flow flow, int place, boolean keeps) {
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        if (!keeps) {
            axes.remove(place);
        }
        return flow.withAxes(axes);
    }
}

package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.onnx.Value.Sizes;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.recurrent.MergeMode;

/// Arithmetic between two values: sizes, a bias, two directions, a way around layers, or a part of a formula.
final class ArithmeticNodes {

    private ArithmeticNodes() {}

    static Value read(NodeReading node) {
        Sizes one = Values.sizes(node.value(0));
        Sizes other = Values.sizes(node.value(1));
        if (one != null && other != null) {
            return sizes(node, one, other);
        }
        boolean firstConstant = node.value(0) instanceof Value.Constant;
        boolean secondConstant = node.value(1) instanceof Value.Constant;
        if (firstConstant && secondConstant) {
            throw node.refuse("it computes weights", "weights as they are", "two constants",
                    "export the model with constants folded");
        }
        return firstConstant || secondConstant
                ? withConstant(node, firstConstant ? 1 : 0, node.constant(firstConstant ? 0 : 1, "the number"))
                : ofTwo(node);
    }

    private static Sizes sizes(NodeReading node, Sizes one, Sizes other) {
        int count = Math.max(one.items().size(), other.items().size());
        if (Math.min(one.items().size(), other.items().size()) != count && one.items().size() != 1
                && other.items().size() != 1) {
            throw node.refuse("its inputs are of different lengths", "", one.items() + " and " + other.items(),
                    "export the model again");
        }
        List<Extent> items = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            items.add(size(node, one.items().get(one.items().size() == 1 ? 0 : place),
                    other.items().get(other.items().size() == 1 ? 0 : place)));
        }
        return new Sizes(items, one.scalar() && other.scalar());
    }

    private static Extent size(NodeReading node, Extent given, Extent second) {
        Extent one = node.axes().known(given);
        Extent other = node.axes().known(second);
        boolean numbers = one.isNumber() && other.isNumber();
        return switch (node.operator()) {
            case "Mul" -> one.times(other);
            case "Div" -> one.dividedBy(other);
            case String add when numbers && add.equals("Add") ->
                Extent.of(Math.addExact(one.factor(), other.factor()));
            case String subtract when numbers && subtract.equals("Sub") ->
                Extent.of(Math.subtractExact(one.factor(), other.factor()));
            default -> throw node.refuse("the size it computes is not known", "products of sizes", one + ", " + other,
                    "export the model with fixed shapes");
        };
    }

    private static Value withConstant(NodeReading node, int input, StoredTensor constant) {
        boolean add = node.operator().equals("Add");
        boolean multiply = node.operator().equals("Mul");
        if (node.value(input) instanceof Flow && (add || multiply) && constant.elements() > 0) {
            Flow flow = node.settled(input);
            Flow taken = add ? DenseNodes.withBias(flow, constant) : NormalizationNodes.withGain(flow, constant);
            if (taken == null && add) {
                taken = NormalizationNodes.withShift(flow, constant);
            }
            if (taken != null) {
                return taken;
            }
        }
        if (constant.elements() != 1) {
            throw node.refuse("no layer of ours takes these numbers", "the bias of a product before",
                    "constants " + constant.shape(), "leave it out of the model");
        }
        Term number = new Term.Literal(constant.floats()[0]);
        Value.Formula formula = formula(node, input);
        return FormulaNodes.formula(node, formula.base(), input == 0
                ? call(node, formula.term(), number)
                : call(node, number, formula.term()));
    }

    private static Term call(NodeReading node, Term one, Term other) {
        return switch (node.operator()) {
            case "Add", "Mul" -> Term.commuting(node.operator(), one, other);
            default -> Term.call(node.operator(), one, other);
        };
    }

    private static Value.Formula formula(NodeReading node, int input) {
        return node.value(input) instanceof Value.Formula formula
                ? formula
                : new Value.Formula(node.settled(input), new Term.X());
    }

    private static Value ofTwo(NodeReading node) {
        if (node.value(0) instanceof Flow one && node.value(1) instanceof Flow other) {
            Flow merged = merged(node, one, other);
            if (merged != null) {
                return merged;
            }
            Flow around = node.operator().equals("Add") ? around(node, node.settled(0), node.settled(1)) : null;
            if (around != null) {
                return around;
            }
        }
        Value.Formula one = formula(node, 0);
        Value.Formula other = formula(node, 1);
        Flow base = shorter(one.base(), other.base());
        return FormulaNodes.formula(node, base, call(node, of(node, base, one), of(node, base, other)));
    }

    private static Flow shorter(Flow one, Flow other) {
        return one.chain().after(other.chain()) == null ? one : other;
    }

    /// The formula in terms of data some activations before.
    private static Term of(NodeReading node, Flow base, Value.Formula formula) {
        List<ForeignLayer> between = formula.base().chain().after(base.chain());
        Term inner = new Term.X();
        if (between == null || !formula.base().axes().equals(base.axes())
                || formula.base().reversed() != base.reversed()) {
            throw node.refuse("it puts together what no layer of ours does", "what was made of the same data", "",
                    "only layers in a row can be read");
        }
        for (ForeignLayer layer : between) {
            inner = layer.spec() instanceof ActivationSpec activation
                    ? Term.call(operator(activation), inner)
                    : Term.call(layer.spec().kind(), inner);
        }
        return replace(formula.term(), inner);
    }

    private static String operator(ActivationSpec spec) {
        return switch (spec.activation()) {
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
            case SOFTPLUS -> "Softplus";
            default -> spec.activation().label();
        };
    }

    private static Term replace(Term term, Term variable) {
        return switch (term) {
            case Term.X _ -> variable;
            case Term.Literal literal -> literal;
            case Term.Call(String operator, var arguments) -> new Term.Call(operator,
                    arguments.stream().map(argument -> replace(argument, variable)).toList());
        };
    }

    /// Sum or product of the two directions of a layer; null for anything else.
    private static @Nullable Flow merged(NodeReading node, Flow one, Flow other) {
        MergeMode merge = switch (node.operator()) {
            case "Add" -> MergeMode.SUM;
            case "Mul" -> MergeMode.PRODUCT;
            default -> null;
        };
        Flow forwardFirst = JoinNodes.joined(one, other, one.rank() - 1);
        Flow joined = forwardFirst == null ? JoinNodes.joined(other, one, one.rank() - 1) : forwardFirst;
        return merge == null || joined == null || !one.axes().equals(other.axes())
                ? null
                : Settling.merged(node, joined.withAxes(one.axes()), merge);
    }

    /// Layers with a way around them; null for anything else.
    private static @Nullable Flow around(NodeReading node, Flow one, Flow other) {
        Flow base = shorter(one, other);
        List<ForeignLayer> layers = (base.equals(one) ? other : one).chain().after(base.chain());
        if (layers == null || layers.isEmpty() || !one.axes().equals(other.axes())
                || one.reversed() != other.reversed()) {
            return null;
        }
        Map<String, ForeignWeight> weights = new LinkedHashMap<>();
        for (int place = 0; place < layers.size(); place++) {
            String prefix = place + ".";
            layers.get(place).weights().forEach((name, weight) -> weights.put(prefix + name, weight));
        }
        ResidualSpec spec = new ResidualSpec(layers.stream().map(ForeignLayer::spec).toList(), false);
        return base.with(new ForeignLayer(node.layerName(), spec, weights));
    }
}

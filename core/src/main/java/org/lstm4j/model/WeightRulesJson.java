package org.lstm4j.model;

import java.util.List;
import java.util.stream.Stream;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.weight.L1L2;
import org.lstm4j.nn.weight.MaxNorm;
import org.lstm4j.nn.weight.NonNegative;
import org.lstm4j.nn.weight.UnitNorm;
import org.lstm4j.nn.weight.WeightConstraint;
import org.lstm4j.nn.weight.WeightRegularizer;
import org.lstm4j.nn.weight.WeightRule;
import org.lstm4j.nn.weight.WeightRules;

/// What is asked of a layer's weights as JSON, in Keras' words: `"kernel_regularizer":{"kind":"l1_l2","l1":0.0,"l2":0.01}`. What is not
/// asked is not written. The lists of kinds are closed, as that of layers.
final class WeightRulesJson {

    private static final String KERNEL = "kernel";
    private static final String RECURRENT = "recurrent";
    private static final String BIAS = "bias";
    private static final String REGULARIZER = "_regularizer";
    private static final String CONSTRAINT = "_constraint";

    private static final String L1_L2 = "l1_l2";
    private static final String MAX_NORM = "max_norm";
    private static final String UNIT_NORM = "unit_norm";
    private static final String NON_NEGATIVE = "non_negative";

    private WeightRulesJson() {}

    /// The members of a layer that can have rules: its own and those of the rules.
    static String[] with(String... own) {
        Stream<String> rules = Stream.of(KERNEL, RECURRENT, BIAS)
                .flatMap(role -> Stream.of(role + REGULARIZER, role + CONSTRAINT));
        return Stream.concat(Stream.of(own), rules).toArray(String[]::new);
    }

    /// @throws IllegalArgumentException when files do not know a regularizer or constraint
    static void put(JsonValue.ObjectBuilder json, WeightRules rules) {
        put(json, KERNEL, rules.kernel());
        put(json, RECURRENT, rules.recurrent());
        put(json, BIAS, rules.bias());
    }

    /// @throws IllegalArgumentException when a kind is unknown, or a member is missing, unknown or impossible
    static WeightRules read(JsonObject layer) {
        return new WeightRules(rule(layer, KERNEL), rule(layer, RECURRENT), rule(layer, BIAS));
    }

    private static void put(JsonValue.ObjectBuilder json, String role, WeightRule rule) {
        if (rule.regularizer() != null) {
            json.put(role + REGULARIZER, write(rule.regularizer()));
        }
        if (rule.constraint() != null) {
            json.put(role + CONSTRAINT, write(rule.constraint()));
        }
    }

    private static JsonValue write(WeightRegularizer regularizer) {
        if (regularizer instanceof L1L2 both) {
            return JsonValue.object().put("kind", L1_L2).put("l1", both.l1()).put("l2", both.l2()).build();
        }
        throw unknown("regularizers", regularizer.name());
    }

    private static JsonValue write(WeightConstraint constraint) {
        return switch (constraint) {
            case MaxNorm norm -> JsonValue.object().put("kind", MAX_NORM).put("maximum", norm.maximum()).build();
            case UnitNorm _ -> JsonValue.object().put("kind", UNIT_NORM).build();
            case NonNegative _ -> JsonValue.object().put("kind", NON_NEGATIVE).build();
            default -> throw unknown("constraints", constraint.name());
        };
    }

    private static IllegalArgumentException unknown(String what, String name) {
        return new IllegalArgumentException(
                "model files do not know " + what + " of kind '" + name + "'; use one of org.lstm4j.nn.weight");
    }

    private static WeightRule rule(JsonObject layer, String role) {
        JsonValue regularizer = layer.get(role + REGULARIZER);
        JsonValue constraint = layer.get(role + CONSTRAINT);
        return new WeightRule(regularizer == null ? null : regularizer(regularizer),
                constraint == null ? null : constraint(constraint));
    }

    private static WeightRegularizer regularizer(JsonValue json) {
        String kind = kind(json);
        if (!kind.equals(L1_L2)) {
            throw unread("regularizers", kind, List.of(L1_L2));
        }
        JsonObject members = Members.only("regularizer", json, "kind", "l1", "l2");
        return new L1L2(members.require("l1").asDouble(), members.require("l2").asDouble());
    }

    private static WeightConstraint constraint(JsonValue json) {
        return switch (kind(json)) {
            case MAX_NORM -> new MaxNorm(
                    Members.only("constraint", json, "kind", "maximum").require("maximum").asDouble());
            case UNIT_NORM -> onlyKind(json, new UnitNorm());
            case NON_NEGATIVE -> onlyKind(json, new NonNegative());
            case String kind -> throw unread("constraints", kind, List.of(MAX_NORM, UNIT_NORM, NON_NEGATIVE));
        };
    }

    private static WeightConstraint onlyKind(JsonValue json, WeightConstraint constraint) {
        Members.only("constraint", json, "kind");
        return constraint;
    }

    private static String kind(JsonValue json) {
        return json.asObject().require("kind").asText();
    }

    private static IllegalArgumentException unread(String what, String kind, List<String> known) {
        return new IllegalArgumentException(
                "this version does not know " + what + " of kind " + Quoted.of(kind) + "; it knows " + known);
    }
}

package org.lstm4j.interop.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.Term.Call;
import org.lstm4j.interop.onnx.Term.Literal;
import org.lstm4j.interop.onnx.Term.X;
import org.lstm4j.nn.Activation;

/// The formulas that are recognised: activations that ONNX has no operator for, as exporters write them.
final class Terms {

    private static final Term X = new X();
    private static final Term ONE = new Literal(1f);
    private static final Term HALF = new Literal(0.5f);
    private static final Map<Term, Activation> KNOWN = known();

    private Terms() {}

    private static Map<Term, Activation> known() {
        Map<Term, Activation> known = new LinkedHashMap<>();
        known.put(Term.call("Mul", X, Term.call("Sigmoid", X)), Activation.SILU);
        known.put(Term.call("Mul", X, Term.call("Tanh", Term.call("Softplus", X))), Activation.MISH);
        known.put(Term.call("Div", X, Term.call("Add", Term.call("Abs", X), ONE)), Activation.SOFTSIGN);
        for (Term scaled : new Term[]{Term.call("Div", X, new Literal((float) StrictMath.sqrt(2))),
            Term.call("Mul", X, new Literal((float) StrictMath.sqrt(0.5)))}) {
            Term error = Term.call("Add", Term.call("Erf", scaled), ONE);
            known.put(Term.call("Mul", Term.call("Mul", X, error), HALF), Activation.GELU);
            known.put(Term.call("Mul", Term.call("Mul", X, HALF), error), Activation.GELU);
            known.put(Term.call("Mul", error, Term.call("Mul", X, HALF)), Activation.GELU);
            known.put(Term.call("Mul", X, Term.call("Mul", error, HALF)), Activation.GELU);
        }
        return Collections.unmodifiableMap(known);
    }

    /// The activation that the formula is, or null.
    static @Nullable Activation activation(Term term) {
        return KNOWN.get(term);
    }

    /// ε of (x − mean) / √(mean((x − mean)²) + ε), or nothing when the formula is another.
    static OptionalDouble normalization(Term term) {
        Term centred = Term.call("Sub", X, Term.call("ReduceMean", X));
        boolean divided = term instanceof Call(String operator, var arguments) && operator.equals("Div")
                && arguments.getFirst().equals(centred);
        if (!divided || !(term instanceof Call(_, var parts)) || !(parts.getLast() instanceof Call(String root, var of))
                || !root.equals("Sqrt") || !(of.getFirst() instanceof Call(String sum, var summands))
                || !sum.equals("Add") || !(summands.getLast() instanceof Literal(float epsilon))) {
            return OptionalDouble.empty();
        }
        Term variance = summands.getFirst();
        boolean squares = variance.equals(Term.call("ReduceMean", Term.call("Pow", centred, new Literal(2f))))
                || variance.equals(Term.call("ReduceMean", Term.call("Mul", centred, centred)));
        return squares ? OptionalDouble.of(epsilon) : OptionalDouble.empty();
    }

    /// For messages.
    static String text(Term term) {
        return switch (term) {
            case X _ -> "x";
            case Literal(float value) -> Float.toString(value);
            case Call(String operator, var arguments) -> operator
                    + arguments.stream().map(Terms::text).collect(Collectors.joining(", ", "(", ")"));
        };
    }
}

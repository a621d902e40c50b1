package org.lstm4j.interop.onnx;

import java.util.List;

/// A formula of one variable, element by element or row by row, so that what several nodes compute together can be recognised.
sealed interface Term {

    /// How many parts it has, so that repeated use of results cannot make it large.
    int size();

    /// The variable.
    record X() implements Term {
        @Override
        public int size() {
            return 1;
        }
    }

    record Literal(float value) implements Term {
        @Override
        public int size() {
            return 1;
        }
    }

    /// @param operator kind of node
    record Call(String operator, List<Term> arguments) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public int size() {
            return 1 + arguments.stream().mapToInt(Term::size).sum();
        }
    }

    static Term call(String operator, Term... arguments) {
        return new Call(operator, List.of(arguments));
    }

    /// A sum or product, with its parts in a fixed order: numbers last.
    static Term commuting(String operator, Term one, Term other) {
        return rank(one) <= rank(other) ? call(operator, one, other) : call(operator, other, one);
    }

    private static int rank(Term term) {
        return switch (term) {
            case X _ -> 0;
            case Call _ -> 1;
            case Literal _ -> 2;
        };
    }
}

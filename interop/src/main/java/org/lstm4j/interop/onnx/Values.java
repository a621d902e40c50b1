package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.Value.Sizes;
import org.lstm4j.interop.tensor.StoredTensor;

/// Looks at what values are.
final class Values {

    /// Lists of sizes are no longer than a shape has axes, but for a few things that exporters compute with.
    private static final int MOST_ITEMS = 64;

    private Values() {}

    /// The value as whole numbers, or null when it is none.
    static @Nullable Sizes sizes(Value value) {
        return switch (value) {
            case Sizes sizes -> sizes;
            case Value.Constant constant -> sizes(constant.tensor());
            case Value _ -> null;
        };
    }

    private static @Nullable Sizes sizes(StoredTensor tensor) {
        boolean whole = switch (tensor.type()) {
            case I64, I32 -> true;
            default -> false;
        };
        if (!whole || tensor.shape().size() > 1 || tensor.elements() > MOST_ITEMS) {
            return null;
        }
        List<Extent> items = new ArrayList<>();
        for (double number : tensor.doubles()) {
            items.add(Extent.of((long) number));
        }
        return new Sizes(items, tensor.shape().isEmpty());
    }

    /// For messages.
    static String kind(Value value) {
        return switch (value) {
            case Value.Constant _ -> "constant numbers";
            case Sizes _ -> "sizes";
            case Value.Zeros _ -> "zeros";
            case Value.Given given -> "the input " + given.name();
            case Value.Nameless nameless -> nameless.what();
            case Value.Indices _ -> "the data as whole numbers";
            case Value.Stacked _ -> "the states of several layers";
            case Value.Formula _ -> "a formula of the data";
            case Value.Flow _ -> "the data";
        };
    }

    /// For messages: `[[first], [], [features]]`.
    static String text(List<List<Atom>> axes) {
        List<String> texts = new ArrayList<>();
        for (List<Atom> axis : axes) {
            List<String> atoms = axis.stream().map(atom -> switch (atom.role()) {
                case FIRST -> "input axis 0";
                case SECOND -> "input axis 1";
                case STEPS -> "steps";
                case DIRECTIONS -> "directions";
                case FEATURES -> "features";
            }).toList();
            texts.add(atoms.isEmpty() ? "1" : String.join("·", atoms));
        }
        return "axes " + texts;
    }

    /// Whether it is one 0, or a false.
    static boolean isZeroOrFalse(StoredTensor tensor) {
        return tensor.elements() == 1 && switch (tensor.type()) {
            case BOOL -> tensor instanceof ListedTensor && isZero(tensor);
            case F32, I64, I32, F64 -> isZero(tensor);
            default -> false;
        };
    }

    /// Whether all numbers are 0.
    static boolean isZero(StoredTensor tensor) {
        for (double number : tensor.doubles()) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }
}

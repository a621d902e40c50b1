package org.lstm4j.interop.hdf5;

import java.util.ArrayList;
import java.util.List;

/// How many elements there are, and along which axes. Specification IV.A.2.b.
///
/// @param sizes outermost first; empty for a single element
/// @param none whether there is no element at all, whatever the sizes say
record Dataspace(List<Long> sizes, boolean none) {

    private static final int MOST_AXES = 32;

    Dataspace {
        sizes = List.copyOf(sizes);
    }

    static Dataspace read(FileBlock block) {
        int version = block.uint8();
        int axes = block.uint8();
        block.skip(1); // whether there are largest sizes
        boolean none = switch (version) {
            case 1 -> {
                block.skip(1 + 4);
                yield false;
            }
            case 2 -> block.uint8() == 2;
            default -> throw block.damaged("a dataspace has an unknown version", "1 or 2", version + "");
        };
        if (axes > MOST_AXES) {
            throw block.damaged("a dataspace has too many axes", "at most " + MOST_AXES, axes + "");
        }
        List<Long> sizes = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            sizes.add(block.length());
        }
        Dataspace space = new Dataspace(sizes, none);
        space.requireCountable(block);
        return space;
    }

    /// How many elements there are.
    long elements() {
        return none ? 0 : sizes.stream().reduce(1L, Math::multiplyExact);
    }

    private void requireCountable(FileBlock block) {
        try {
            Math.multiplyExact(elements(), 1L << 16); // elements are smaller than 2¹⁶ bytes, where it matters
        } catch (ArithmeticException _) {
            throw block.damaged("a dataspace has an impossible shape", "fewer than 2⁴⁷ elements", sizes.toString());
        }
    }
}

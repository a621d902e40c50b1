package org.lstm4j.interop.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.tensor.StoredTensor;

/// What a value in a graph is, as far as its nodes have been gone through.
sealed interface Value {

    /// Numbers that are the same for every input.
    record Constant(StoredTensor tensor) implements Value {}

    /// Whole numbers that say sizes and places.
    ///
    /// @param items at most a few
    /// @param scalar whether it is one number without an axis
    record Sizes(List<Extent> items, boolean scalar) implements Value {
        public Sizes {
            items = List.copyOf(items);
        }

        static Sizes scalar(Extent item) {
            return new Sizes(List.of(item), true);
        }
    }

    /// Zeros.
    ///
    /// @param features size of the last axis; null where it is not known
    record Zeros(@Nullable Extent features) implements Value {

        static final Zeros OF_ANY_SHAPE = new Zeros(null);

        /// @param shape null where it is not known
        static Zeros of(@Nullable Sizes shape) {
            return shape == null || shape.items().isEmpty() ? OF_ANY_SHAPE : new Zeros(shape.items().getLast());
        }
    }

    /// An input beside the data: a state to begin with.
    record Given(String name) implements Value {}

    /// Something that no layer of ours gives: the cell states.
    record Nameless(String what) implements Value {}

    /// The data, as whole numbers that say rows of a table.
    record Indices(Flow flow) implements Value {}

    /// States of several layers, one after the other along an axis.
    ///
    /// @param entries each without the axis
    record Stacked(int axis, List<Flow> entries) implements Value {
        public Stacked {
            entries = List.copyOf(entries);
        }
    }

    /// Something computed of the data that is no layer yet.
    record Formula(Flow base, Term term) implements Value {}

    /// The data after some layers.
    ///
    /// @param chain the layers
    /// @param pending a recurrent layer after them that is not settled yet; null for none
    /// @param axes what each axis counts, in the order that the graph has now
    /// @param reversed whether steps stand in the graph in the reverse of the order they have in our data; of a pending layer, in the data it
    ///        reads
    record Flow(Chain chain, @Nullable Recurrence pending, List<List<Atom>> axes,
            boolean reversed) implements Value {
        public Flow {
            axes = axes.stream().map(List::copyOf).toList();
        }

        int rank() {
            return axes.size();
        }

        Extent size(int axis) {
            return axes.get(axis).stream().map(Atom::size).reduce(Extent.ONE, Extent::times);
        }

        Flow withAxes(List<List<Atom>> other) {
            return new Flow(chain, pending, other, reversed);
        }

        /// After another layer, which leaves the axes.
        Flow with(ForeignLayer layer) {
            return new Flow(chain.with(layer), null, axes, reversed);
        }
    }
}

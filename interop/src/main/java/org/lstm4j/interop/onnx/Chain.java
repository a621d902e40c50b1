package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;

/// Layers in a row up to some place; rows that begin alike share their beginning, so that it can be told where two part.
final class Chain {

    private final @Nullable Chain before;
    private final @Nullable ForeignLayer last;
    private final int length;
    /// What became of recurrent layers after this: values that exporters made of one node by moving axes have the same layer before them.
    private final Map<Object, Chain> settled = new LinkedHashMap<>();

    private Chain(@Nullable Chain before, @Nullable ForeignLayer last, int length) {
        this.before = before;
        this.last = last;
        this.length = length;
    }

    /// No layer yet.
    static Chain start() {
        return new Chain(null, null, 0);
    }

    Chain with(ForeignLayer layer) {
        return new Chain(this, layer, length + 1);
    }

    /// With the layer that a choice of what a recurrent node gives makes; the same row for the same choice.
    ///
    /// @param choice compared with others by equals
    Chain with(Object choice, ForeignLayer layer) {
        return settled.computeIfAbsent(choice, _ -> with(layer));
    }

    /// The same with another last layer.
    Chain withLast(ForeignLayer layer) {
        return before == null ? with(layer) : before.with(layer);
    }

    /// Null where there is none yet.
    @Nullable
    ForeignLayer last() {
        return last;
    }

    List<ForeignLayer> layers() {
        List<ForeignLayer> layers = new ArrayList<>(length);
        for (Chain chain = this; chain != null && chain.last != null; chain = chain.before) {
            layers.add(chain.last);
        }
        return layers.reversed();
    }

    /// The layers after another row that this one begins with; null when it does not.
    @Nullable
    List<ForeignLayer> after(Chain beginning) {
        Chain chain = this;
        List<ForeignLayer> layers = new ArrayList<>();
        while (chain.before != null && chain.last != null && chain.length > beginning.length) {
            layers.add(chain.last);
            chain = chain.before;
        }
        return isSame(chain, beginning) ? layers.reversed() : null;
    }

    @SuppressWarnings("ReferenceEquality") // a row is itself, not one like it
    static boolean isSame(Chain one, Chain other) {
        return one == other;
    }
}

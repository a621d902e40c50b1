package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A layer: its settings and its weights.
///
/// A layer itself runs nothing. [#newPass] gives a workspace that runs it for batches of one shape; a caller makes one pass
/// and reuses it, and threads that share a layer each have their own. Weights may be shared while nobody trains.
public interface Layer {

    /// Its place and kind in the network: `0 lstm`.
    String name();

    /// The settings it was built from.
    LayerSpec spec();

    /// The shape of one sample that goes in, such as `[steps 10, features 1]`.
    Shape inputShape();

    /// The shape of one sample that comes out, for a sample of that shape.
    ///
    /// @throws IllegalArgumentException when the layer was built for another shape; the message names the axes
    Shape outputShape(Shape inputShape);

    /// The trainable arrays, in a fixed order; empty for layers without weights.
    List<Parameter> parameters();

    /// The layers within this one, in order; empty for most.
    default List<Layer> parts() {
        return List.of();
    }

    /// Where its passes draw from while they train, in a fixed order; shared. A run that goes on needs their positions, so a layer that
    /// draws must not leave one out, nor one of a layer within it. Most layers draw nothing.
    default List<RandomStream> streams() {
        return List.of();
    }

    /// The parts of the layer, for a network's summary; most have none worth a line of their own.
    ///
    /// @param sample the shape of one sample that goes in
    default List<SummaryLine> summaryLines(Shape sample) {
        return List.of();
    }

    /// A workspace for batches of that shape.
    ///
    /// @param batchShape `[batch, …]`, the axes after the first as in [#inputShape]; steps may differ
    LayerPass newPass(Shape batchShape, PassMode mode, Compute compute);
}

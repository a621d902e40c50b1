package org.lstm4j.train;

import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepUse;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.tensor.Shape;

/// Which networks can be trained on sequences in pieces, and how samples must come where states go on from batch to batch.
final class SequenceRules {

    private SequenceRules() {}

    /// Checks how samples come in batches where the network has layers that keep their state.
    ///
    /// @param count samples
    /// @throws IllegalArgumentException when sample i of a batch cannot go on where sample i of the batch before has ended
    static void requireInOrder(Sequential network, Batching batching, int count) {
        for (Layer layer : network.layers()) {
            if (layer.spec().stateful() && batching.shuffle()) {
                throw new IllegalArgumentException(keeps(layer) + ", but the samples are shuffled; add"
                        + " withShuffle(false), or build the layer with withStateful(false)");
            }
        }
        requireFullBatches(network, "samples", batching.size(), count);
    }

    /// @param what the samples are: `validation samples`
    /// @throws IllegalArgumentException when the last batch is smaller and the network has layers that keep their state
    static void requireFullBatches(Sequential network, String what, int batchSize, int count) {
        for (Layer layer : network.layers()) {
            if (layer.spec().stateful() && count > batchSize && count % batchSize != 0) {
                throw new IllegalArgumentException(keeps(layer) + " and batches must be of one size, but " + count + " "
                        + what + " do not come in batches of " + batchSize + "; leave out " + count % batchSize
                        + " or choose a batch size that divides them");
            }
        }
    }

    /// @param batches in an epoch
    /// @param all batches from the first sample to the last
    /// @throws IllegalArgumentException when an epoch ends amid the samples and the network has layers that keep their state
    static void requireWholeEpochs(Sequential network, int batches, int all) {
        for (Layer layer : network.layers()) {
            if (layer.spec().stateful() && batches % all != 0) {
                throw new IllegalArgumentException(keeps(layer) + " until the samples begin anew, but an epoch of "
                        + batches + " batches ends amid the " + all
                        + " that there are; leave withStepsPerEpoch(…) out");
            }
        }
    }

    private static String keeps(Layer layer) {
        return "layer \"" + layer.name()
                + "\" keeps its state from batch to batch, so that each sample goes on where that in"
                + " the same place of the batch before has ended";
    }

    /// Checks that a network can be trained on pieces of sequences.
    ///
    /// @param sample the shape of one input
    /// @throws IllegalArgumentException when a layer must see whole sequences, or there is no output at each step
    static void requirePieces(Sequential network, Shape sample, int steps) {
        for (Layer layer : network.layers()) {
            LayerSpec spec = layer.spec();
            boolean alone = spec.stepUse() == StepUse.EACH_ALONE || spec instanceof MaskingSpec;
            boolean carried = spec instanceof RecurrentSpec || !(spec.keepsState() || spec.stateful());
            if (!alone || !carried) {
                throw cannot(steps, "layer \"" + layer.name() + "\" " + reason(spec));
            }
        }
        Shape output = network.outputShape(sample);
        if (output.rank() < 2 || output.size(0) != sample.size(0)) {
            throw cannot(steps,
                    "the network makes " + output + " of " + sample + ", which has no output for each step");
        }
    }

    private static String reason(LayerSpec spec) {
        return switch (spec.stepUse()) {
            case ALL -> "must see all steps of a sequence at once";
            case LAST_ALONE -> "gives nothing but the last step; let it return sequences";
            case EACH_ALONE -> "has a state that cannot be carried from one piece to the next";
        };
    }

    private static IllegalArgumentException cannot(int steps, String why) {
        return new IllegalArgumentException("sequences cannot be trained on in pieces of " + steps + " steps: " + why
                + "; leave withTruncation(…) out, or use layers that take each step alone or carry a state on");
    }
}

package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a recurrent layer whose step t goes on from the state of step t − dilation, not of the one before. Layers on top of
/// each other with dilations 1, 2, 4, … look back over many steps on a short way, which helps gradients over long sequences.
///
/// {@snippet :
/// LstmSpec lstm = new LstmSpec(32).withReturnSequences(true);
/// ResidualSpec.around(new DilatedSpec(lstm, 1), new DilatedSpec(lstm, 2), new DilatedSpec(lstm, 4)).withProjection();
/// }
///
/// The steps t with the same t mod dilation are a **phase**; the inner layer goes through each phase from the zero state, knowing
/// nothing of the others. So the output of a phase is, byte for byte, what the inner layer makes of that phase alone, and with dilation 1
/// the layer is its inner layer.
///
/// | | |
/// |---|---|
/// | every step given | each output stands at its step; with `goBackwards`, where step t goes on from step t + dilation, in reverse order |
/// | only the last step given | that of the sequence: of the last step that counts, or the first for `goBackwards`; other phases are not run |
/// | masks | a phase passes over its steps that do not count as the inner layer does: its state stays, the output there is 0. They do not move the other steps to another phase |
/// | dropout, zoneout | masks are drawn for every phase of every sequence |
/// | streams | none: a stream would need the states of so many steps |
///
/// Source: Chang et al., Dilated Recurrent Neural Networks, NIPS 2017, equation 1; in forecasting Smyl, A hybrid method of exponential
/// smoothing and recurrent neural networks, 2020, with residual connections around such stacks.
///
/// @param layer the inner layer; not stateful
/// @param dilation how many steps it goes back, at least 1
public record DilatedSpec(RecurrentSpec layer, int dilation) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "dilated";

    public DilatedSpec {
        if (dilation < 1) {
            throw new IllegalArgumentException("the dilation must be at least 1 step, but was " + dilation
                    + "; with 1 every step goes on from the one before");
        }
        if (layer.sequence().stateful()) {
            throw new IllegalArgumentException(
                    "the layer within a dilated one cannot keep its state from batch to batch,"
                            + " since its phases begin anew with every batch, but stateful is true; leave it false");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean reversesSteps() {
        return layer.reversesSteps();
    }

    /// Builds the layer for sequences [steps, features]. Its parameters are those of the inner layer, and are named as if that stood
    /// in its place.
    @Override
    public Dilated build(String place, Shape inputShape, RandomStreams streams) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        return new Dilated(place + " " + KIND, this, layer.build(place, inputShape, streams));
    }

    @Override
    public Dilated restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        return new Dilated(place + " " + KIND, this, layer.restore(place, inputShape, streams, stored));
    }
}

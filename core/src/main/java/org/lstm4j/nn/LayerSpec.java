package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer, from which it is built once the shape of its input is known. Immutable.
public interface LayerSpec {

    /// What kind of layer this is, as it stands in the model file and in summaries: `lstm`.
    String kind();

    /// What the layer makes of the steps of a sequence; decides whether it can run in a stream, one step at a time.
    default StepUse stepUse() {
        return StepUse.ALL;
    }

    /// Whether what it makes of a step depends on steps before, by a state that it keeps from one to the next.
    default boolean keepsState() {
        return false;
    }

    /// Whether the steps of its output stand in the reverse order of those of its input.
    default boolean reversesSteps() {
        return false;
    }

    /// Whether a batch goes on from the state that the batch before it left, sequence by sequence, until [LayerPass#resetState].
    default boolean stateful() {
        return false;
    }

    /// Builds the layer with initial weights.
    ///
    /// @param place the layer's number in the network, from 0, or for a layer within a layer its path, `2.0`; begins the names of its
    ///        parameters
    /// @param inputShape the shape of one sample
    /// @param streams where initial weights and dropout draw from
    /// @throws IllegalArgumentException when the layer cannot take that shape; the message names the axes
    Layer build(String place, Shape inputShape, RandomStreams streams);

    /// Builds the layer with weights that exist already, and draws none.
    ///
    /// @param place the layer's number in the network, from 0, or for a layer within a layer its path, `2.0`; begins the names of its
    ///        parameters
    /// @param inputShape the shape of one sample
    /// @param streams where dropout draws from
    /// @param stored asked once for each parameter, by name and shape
    /// @throws IllegalArgumentException when the layer cannot take that shape; the message names the axes
    Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored);
}

package org.lstm4j.nn.recurrent;

/// The weights of a recurrent layer as its loop over time multiplies with them: four gates of H rows each, whatever the cell
/// makes of the gates.
///
/// | array | shape |
/// |---|---|
/// | input | [4H, features] |
/// | recurrent | [4H, outputs] |
/// | bias | [4H] |
///
/// Gradients have the shapes of what they are gradients of, and are added to.
interface GateWeights {

    float[] input();

    float[] recurrent();

    float[] bias();

    float[] inputGradient();

    float[] recurrentGradient();

    float[] biasGradient();
}

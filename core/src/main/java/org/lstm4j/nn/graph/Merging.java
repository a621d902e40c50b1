package org.lstm4j.nn.graph;

/// The arithmetic of a [Merge] over flat arrays, y = f(x[0], x[1], …). Without state.
interface Merging {

    /// Computes all of y.
    void run(float[][] x, float[] y);

    /// Adds dy·∂y/∂x[input] to dx, to which others may have added.
    void addGradient(int input, float[][] x, float[] dy, float[] dx);
}

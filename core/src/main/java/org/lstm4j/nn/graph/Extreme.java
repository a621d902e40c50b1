package org.lstm4j.nn.graph;

/// The largest or the smallest of several; NaN if one is NaN.
///
/// @param sign 1 for the largest, −1 for the smallest
record Extreme(float sign) implements Merging {

    @Override
    public void run(float[][] x, float[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = x[winner(x, index)][index];
        }
    }

    @Override
    public void addGradient(int input, float[][] x, float[] dy, float[] dx) {
        for (int index = 0; index < dy.length; index++) {
            if (winner(x, index) == input) {
                dx[index] += dy[index];
            }
        }
    }

    /// The first input that has the extreme value.
    private int winner(float[][] x, int index) {
        int winner = 0;
        for (int input = 1; input < x.length; input++) {
            float value = x[input][index];
            float best = x[winner][index];
            if (sign * value > sign * best || (Float.isNaN(value) && !Float.isNaN(best))) {
                winner = input;
            }
        }
        return winner;
    }
}

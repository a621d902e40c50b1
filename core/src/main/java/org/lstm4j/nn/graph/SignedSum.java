package org.lstm4j.nn.graph;

/// y = (x[0] + s·x[1] + s·x[2] + …) / n
///
/// @param sign s, 1 or −1
/// @param divisor n
record SignedSum(float sign, float divisor) implements Merging {

    @Override
    public void run(float[][] x, float[] y) {
        for (int index = 0; index < y.length; index++) {
            float sum = x[0][index];
            for (int input = 1; input < x.length; input++) {
                sum += sign * x[input][index];
            }
            y[index] = sum / divisor;
        }
    }

    @Override
    public void addGradient(int input, float[][] x, float[] dy, float[] dx) {
        float slope = (input == 0 ? 1 : sign) / divisor;
        for (int index = 0; index < dy.length; index++) {
            dx[index] += slope * dy[index];
        }
    }
}

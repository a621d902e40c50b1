package org.lstm4j.nn.graph;

/// y = x[0]·x[1]·…
record Product() implements Merging {

    @Override
    public void run(float[][] x, float[] y) {
        for (int index = 0; index < y.length; index++) {
            y[index] = product(x, index, 1f, -1);
        }
    }

    /// The product of the others, not y / x: that is none where x is 0.
    @Override
    public void addGradient(int input, float[][] x, float[] dy, float[] dx) {
        for (int index = 0; index < dy.length; index++) {
            dx[index] += product(x, index, dy[index], input);
        }
    }

    private static float product(float[][] x, int index, float first, int except) {
        float product = first;
        for (int input = 0; input < x.length; input++) {
            if (input != except) {
                product *= x[input][index];
            }
        }
        return product;
    }
}

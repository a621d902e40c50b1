package org.lstm4j.nn.graph;

import java.util.List;
import org.lstm4j.tensor.Shape;

/// Rows side by side.
final class Concatenation implements Merging {

    /// The innermost axis of each input.
    private final int[] widths;
    /// Where each input begins in a row of y.
    private final int[] offsets;
    private final int stride;

    Concatenation(List<Shape> shapes) {
        widths = new int[shapes.size()];
        offsets = new int[shapes.size()];
        int offset = 0;
        for (int input = 0; input < widths.length; input++) {
            offsets[input] = offset;
            widths[input] = shapes.get(input).last();
            offset += widths[input];
        }
        stride = offset;
    }

    @Override
    public void run(float[][] x, float[] y) {
        for (int input = 0; input < widths.length; input++) {
            int width = widths[input];
            for (int row = 0; row < y.length / stride; row++) {
                System.arraycopy(x[input], row * width, y, row * stride + offsets[input], width);
            }
        }
    }

    @Override
    public void addGradient(int input, float[][] x, float[] dy, float[] dx) {
        int width = widths[input];
        for (int row = 0; row < dy.length / stride; row++) {
            int from = row * stride + offsets[input];
            for (int column = 0; column < width; column++) {
                dx[row * width + column] += dy[from + column];
            }
        }
    }
}

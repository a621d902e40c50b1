package org.lstm4j.reference;

import java.util.Arrays;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// The masks that a layer draws from its stream, in this order. Rows are sequences, or their phases where the layer is dilated.
final class VariantNoise {

    private final boolean training;
    private final int rows;
    /// What share of the states stays, [steps, rows, width].
    private final double[] hiddenKept;
    private final double[] cellKept;
    /// What inputs and hidden states are multiplied with, [rows, width].
    private final double[] inputScale;
    private final double[] hiddenScale;

    VariantNoise(Variant variant, long seed) {
        training = variant.training();
        rows = variant.batch() * variant.phases();
        RandomStream stream = new RandomStreams(seed).stream("dropout of layer 0");
        RecurrentNoise noise = variant.spec().noise();
        int outputs = variant.spec().outputs();
        int rowsOfAllSteps = Math.ceilDiv(variant.steps(), variant.dilation()) * rows;
        hiddenKept = kept(stream, rowsOfAllSteps * outputs, noise.hiddenZoneout());
        cellKept = kept(stream, rowsOfAllSteps * variant.spec().cellUnits(), noise.cellZoneout());
        inputScale = scales(stream, rows * variant.features(), noise.inputDropout());
        hiddenScale = scales(stream, rows * outputs, noise.recurrentDropout());
    }

    private double[] kept(RandomStream stream, int count, float rate) {
        double[] kept = new double[count];
        for (int index = 0; rate > 0 && index < count; index++) {
            kept[index] = !training ? rate : stream.nextFloat() < rate ? 1 : 0;
        }
        return kept;
    }

    private double[] scales(RandomStream stream, int count, float rate) {
        double[] scales = new double[count];
        Arrays.fill(scales, 1);
        for (int index = 0; training && rate > 0 && index < count; index++) {
            scales[index] = stream.nextFloat() < rate ? 0 : 1f / (1f - rate);
        }
        return scales;
    }

    /// Hands a row's masks to its sequence.
    void apply(TextbookSequence sequence, int row) {
        sequence.inputScale = part(inputScale, row, inputScale.length / rows);
        sequence.hiddenScale = part(hiddenScale, row, hiddenScale.length / rows);
        sequence.hiddenKept = steps(hiddenKept, row, hiddenScale.length / rows);
        int steps = hiddenKept.length / hiddenScale.length;
        sequence.cellKept = steps(cellKept, row, cellKept.length / (steps * rows));
    }

    private double[][] steps(double[] values, int row, int width) {
        double[][] parts = new double[hiddenKept.length / hiddenScale.length][];
        Arrays.setAll(parts, step -> part(values, step * rows + row, width));
        return parts;
    }

    private static double[] part(double[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
}

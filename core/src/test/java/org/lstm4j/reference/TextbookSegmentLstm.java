package org.lstm4j.reference;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;

/// A segment LSTM as a textbook writes it: a sample, a segment, a unit at a time, in double.
final class TextbookSegmentLstm implements ReferenceLayer {

    /// Mistakes one could make, of which the shipped layer must differ.
    enum Fault {
        NONE, DECODER_FROM_ZERO_STATE, DECODER_GOES_ON_FROM_SEGMENT_TO_SEGMENT, NO_CELL_STATE_FOR_DECODER,
        /// The first segments of the past for the last.
        SKIPS_THE_END_OF_THE_PAST, READS_THE_FUTURE_OF_OBSERVED, POSITIONS_REVERSED, NO_RELU, KNOWN_OF_THE_PAST_IS_LEFT_OUT, KNOWN_IS_HELD_BEYOND_THE_HORIZON, OUTPUTS_BEFORE_STEPS, SECOND_LAYER_FROM_STATE_OF_THE_FIRST
    }

    private final SegmentLstmSpec spec;
    private final SegmentWindow window;
    private final int units;
    private final Fault fault;

    TextbookSegmentLstm(SegmentLstmSpec spec, Fault fault) {
        this.spec = spec;
        this.fault = fault;
        window = spec.window();
        units = spec.units();
    }

    TextbookSegmentLstm(SegmentLstmSpec spec) {
        this(spec, Fault.NONE);
    }

    @Override
    public double[] apply(double[] x, List<double[]> parameters) {
        int size = window.steps() * window.channels();
        int told = window.horizon() * spec.outputs();
        double[] y = new double[x.length / size * told];
        for (int sample = 0; sample * size < x.length; sample++) {
            double[] answer = sample(Arrays.copyOfRange(x, sample * size, (sample + 1) * size), parameters);
            System.arraycopy(answer, 0, y, sample * told, told);
        }
        return y;
    }

    private double[] sample(double[] x, List<double[]> parameters) {
        int layers = spec.layers();
        double[][] hidden = new double[layers][units];
        double[][] cell = new double[layers][units];
        for (int segment = 0; segment < window.pastSegments(); segment++) {
            double[] embedded = product(parameters.get(0), parameters.get(1), past(x, segment));
            for (int unit = 0; unit < units && fault != Fault.NO_RELU; unit++) {
                embedded[unit] = Math.max(0, embedded[unit]);
            }
            stack(embedded, hidden, cell, parameters);
        }
        forDecoder(hidden, cell);
        int segments = window.futureSegments();
        double[] told = new double[segments * window.segment() * spec.outputs()];
        for (int segment = 0; segment < segments; segment++) {
            boolean goesOn = fault == Fault.DECODER_GOES_ON_FROM_SEGMENT_TO_SEGMENT;
            double[][] h = goesOn ? hidden : copy(hidden);
            double[][] c = goesOn ? cell : copy(cell);
            double[] top = stack(decoderInput(x, segment, parameters), h, c, parameters);
            int last = parameters.size();
            double[] y = product(parameters.get(last - 2), parameters.get(last - 1), top);
            System.arraycopy(y, 0, told, segment * y.length, y.length);
        }
        double[] answer = Arrays.copyOf(told, window.horizon() * spec.outputs());
        return fault == Fault.OUTPUTS_BEFORE_STEPS ? outputsFirst(answer) : answer;
    }

    private void forDecoder(double[][] hidden, double[][] cell) {
        switch (fault) {
            case DECODER_FROM_ZERO_STATE -> {
                Arrays.setAll(hidden, _ -> new double[units]);
                Arrays.setAll(cell, _ -> new double[units]);
            }
            case NO_CELL_STATE_FOR_DECODER -> Arrays.setAll(cell, _ -> new double[units]);
            case SECOND_LAYER_FROM_STATE_OF_THE_FIRST -> {
                Arrays.setAll(hidden, layer -> hidden[0].clone());
                Arrays.setAll(cell, layer -> cell[0].clone());
            }
            default -> {
            }
        }
    }

    /// Observed and known channels of a segment's steps.
    private double[] past(double[] x, int segment) {
        int first = fault == Fault.SKIPS_THE_END_OF_THE_PAST ? 0 : window.lookback() % window.segment();
        if (fault == Fault.READS_THE_FUTURE_OF_OBSERVED) {
            first += window.segment();
        }
        int read = window.observed() + window.known();
        double[] values = new double[window.segment() * read];
        for (int index = 0; index < values.length; index++) {
            int step = first + segment * window.segment() + index / read;
            int channel = index % read;
            boolean leftOut = fault == Fault.KNOWN_OF_THE_PAST_IS_LEFT_OUT && channel >= window.observed();
            values[index] = leftOut ? 0 : x[step * window.channels() + channel];
        }
        return values;
    }

    private double[] decoderInput(double[] x, int segment, List<double[]> parameters) {
        int place = 2 + 3 * spec.layers();
        int position = fault == Fault.POSITIONS_REVERSED ? window.futureSegments() - 1 - segment : segment;
        int positionUnits = window.categories().isEmpty() ? units : units / 2;
        double[] input = new double[units];
        System.arraycopy(parameters.get(place), position * positionUnits, input, 0, positionUnits);
        for (int category = 0; category < window.categories().size(); category++) {
            int id = (int) Math.rint(x[window.observed() + window.known() + category]);
            for (int unit = positionUnits; unit < units; unit++) {
                input[unit] += parameters.get(place + 1 + category)[id * (units - positionUnits) + unit
                        - positionUnits];
            }
        }
        if (window.known() > 0) {
            int known = place + 1 + window.categories().size();
            double[] added = product(parameters.get(known), parameters.get(known + 1), future(x, segment));
            Arrays.setAll(input, unit -> input[unit] + added[unit]);
        }
        return input;
    }

    /// Known channels of a segment's steps.
    private double[] future(double[] x, int segment) {
        double[] values = new double[window.segment() * window.known()];
        for (int index = 0; index < values.length; index++) {
            int step = segment * window.segment() + index / window.known();
            if (fault == Fault.KNOWN_IS_HELD_BEYOND_THE_HORIZON) {
                step = Math.min(step, window.horizon() - 1);
            }
            if (step < window.horizon()) {
                values[index] = x[(window.lookback() + step) * window.channels() + window.observed()
                        + index % window.known()];
            }
        }
        return values;
    }

    /// One step of all layers, from their states and into them; what the last gives out.
    private double[] stack(double[] input, double[][] hidden, double[][] cell, List<double[]> parameters) {
        double[] flowing = input;
        for (int layer = 0; layer < hidden.length; layer++) {
            double[] bias = parameters.get(4 + 3 * layer);
            double[] fromInput = product(parameters.get(2 + 3 * layer), bias, flowing);
            double[] a = product(parameters.get(3 + 3 * layer), fromInput, hidden[layer]);
            double[] h = new double[units];
            double[] c = new double[units];
            for (int unit = 0; unit < units; unit++) {
                double i = sigmoid(a[unit]);
                double f = sigmoid(a[units + unit]);
                double g = StrictMath.tanh(a[2 * units + unit]);
                double o = sigmoid(a[3 * units + unit]);
                c[unit] = f * cell[layer][unit] + i * g;
                h[unit] = o * StrictMath.tanh(c[unit]);
            }
            hidden[layer] = h;
            cell[layer] = c;
            flowing = h;
        }
        return flowing;
    }

    private double[] outputsFirst(double[] answer) {
        double[] turned = new double[answer.length];
        for (int index = 0; index < answer.length; index++) {
            turned[index % spec.outputs() * window.horizon() + index / spec.outputs()] = answer[index];
        }
        return turned;
    }

    /// b + W·x.
    private static double[] product(double[] weights, double[] bias, double[] x) {
        double[] y = bias.clone();
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                y[row] += weights[row * x.length + column] * x[column];
            }
        }
        return y;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private static double sigmoid(double a) {
        return 1 / (1 + StrictMath.exp(-a));
    }
}

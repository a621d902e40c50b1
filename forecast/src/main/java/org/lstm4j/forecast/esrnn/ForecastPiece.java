package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Foretells a few series at a time.
final class ForecastPiece {

    static final int ROWS = 4;

    private final EsRnn model;
    private final WindowFrame frame;
    private final int steps;
    private final SequentialPass pass;
    private final StepMask mask;
    private final Tensor inputs;
    private final SmoothingRun[] runs = new SmoothingRun[ROWS];

    /// @param steps windows of the longest series
    ForecastPiece(EsRnn model, int steps, Compute compute) {
        this.model = model;
        this.steps = steps;
        frame = new WindowFrame(model.windows());
        mask = StepMask.all(ROWS, steps);
        inputs = Tensor.zeros(Shape.sequence(steps, frame.features()).withBatch(ROWS));
        pass = model.network().newPass(inputs.shape(), PassMode.INFERENCE, compute);
        Arrays.setAll(runs, _ -> new SmoothingRun(model.layout()));
    }

    /// @param forecasts filled from `first` on
    void run(List<SeriesToForetell> series, double[][][] forecasts, int first) {
        for (int row = 0; row < ROWS; row++) {
            int windows = row < series.size() ? series.get(row).windows() : 0;
            for (int step = 0; step < steps; step++) {
                mask.set(row, step, step < windows);
            }
            if (row < series.size()) {
                read(row, series.get(row));
            }
        }
        float[] outputs = pass.forward(inputs, mask).data();
        for (int row = 0; row < series.size(); row++) {
            forecasts[first + row] = forecast(row, series.get(row), outputs);
        }
    }

    private void read(int row, SeriesToForetell series) {
        runs[row].forward(series.values(), series.parameters().exactNumbers());
        for (int step = 0; step < series.windows(); step++) {
            frame.write(runs[row], series.values(), series.firstEnd() + step, inputs.data(),
                    (row * steps + step) * frame.features());
        }
    }

    private double[][] forecast(int row, SeriesToForetell series, float[] outputs) {
        int levels = model.windows().levels().size();
        int end = series.values().length - 1;
        int offset = (row * steps + series.windows() - 1) * frame.outputs();
        double[][] forecast = new double[model.windows().horizon()][levels];
        for (int ahead = 1; ahead <= forecast.length; ahead++) {
            double base = runs[row].levels()[end] + runs[row].seasonAhead(end, ahead);
            double[] step = forecast[ahead - 1];
            for (int level = 0; level < levels; level++) {
                double smoothed = base + outputs[offset + (ahead - 1) * levels + level];
                step[level] = model.form().toValue(smoothed, series.parameters().scale());
            }
            Arrays.sort(step);
        }
        return forecast;
    }
}

package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A few series of a batch, which one thread takes through smoothing, network, loss and all the way back. Network weights are shared with
/// the other pieces, their gradients are its own. Allocates nothing after its first run on the longest series.
final class TrainingPiece {

    /// Series at most: a tile of the matrix product has up to six rows.
    static final int ROWS = 4;

    private final WindowFrame frame;
    private final LevelPenalty penalty;
    private final double clipNorm;
    private final List<Parameter> parameters;
    private final SequentialPass pass;
    private final int steps;
    private final StepMask mask;
    private final Tensor inputs;
    private final Tensor gradient;
    private final SmoothingRun[] runs = new SmoothingRun[ROWS];
    private final SeriesInTraining[] series = new SeriesInTraining[ROWS];
    private int count;
    private double loss;

    /// @param network with gradients of its own
    /// @param steps windows of the longest series
    TrainingPiece(Sequential network, EsRnnSettings settings, int steps, Compute compute) {
        frame = new WindowFrame(settings.windows());
        this.steps = steps;
        penalty = new LevelPenalty(settings.training().levelPenalty());
        clipNorm = settings.training().clipNorm();
        parameters = network.parameters();
        mask = StepMask.all(ROWS, steps);
        inputs = Tensor.zeros(Shape.sequence(steps, frame.features()).withBatch(ROWS));
        pass = network.newPass(inputs.shape(), PassMode.TRAINING, compute);
        gradient = Tensor.zeros(pass.outputShape());
        Arrays.setAll(runs, _ -> new SmoothingRun(new SmoothingLayout(settings.windows().seasons())));
    }

    /// Forgets its series.
    void clear() {
        count = 0;
        loss = 0;
    }

    void add(SeriesInTraining one) {
        series[count++] = one;
    }

    /// Takes its series all the way: then the network's gradients are those of the sum of their losses, and every series was moved.
    void run() {
        computeGradients();
        for (int row = 0; row < count; row++) {
            series[row].step(clipNorm);
        }
    }

    void computeGradients() {
        for (int row = 0; row < ROWS; row++) {
            read(row);
        }
        Tensor output = pass.forward(inputs, mask);
        Arrays.fill(gradient.data(), 0f);
        for (int row = 0; row < count; row++) {
            loss += loss(row, output.data());
        }
        for (int index = 0; index < parameters.size(); index++) {
            parameters.get(index).zeroGradient();
        }
        pass.backward(gradient);
        for (int row = 0; row < count; row++) {
            backward(row, pass.inputGradient().data());
        }
    }

    private void read(int row) {
        int windows = row < count ? series[row].windows() : 0;
        for (int step = 0; step < steps; step++) {
            mask.set(row, step, step < windows);
        }
        if (row >= count) {
            return;
        }
        SeriesInTraining one = series[row];
        runs[row].forward(one.values(), one.numbers());
        for (int step = 0; step < windows; step++) {
            frame.write(runs[row], one.values(), one.firstEnd() + step, inputs.data(),
                    (row * steps + step) * frame.features());
        }
    }

    private double loss(int row, float[] outputs) {
        SeriesInTraining one = series[row];
        SmoothingRun run = runs[row];
        run.clearGradients();
        double sum = penalty.add(run.levels(), one.values().length, run.levelGradients());
        for (int step = 0; step < one.windows(); step++) {
            sum += frame.loss(run, one.values(), one.firstEnd() + step, one.targetWeight(), outputs, gradient.data(),
                    (row * steps + step) * frame.outputs());
        }
        return sum;
    }

    private void backward(int row, float[] inputGradients) {
        SeriesInTraining one = series[row];
        for (int step = 0; step < one.windows(); step++) {
            frame.backward(runs[row], one.values(), one.firstEnd() + step, inputGradients,
                    (row * steps + step) * frame.features());
        }
        runs[row].backward(one.gradient());
    }

    /// The sum of the losses of its series.
    double loss() {
        return loss;
    }

    /// Of the network, in its order.
    List<Parameter> parameters() {
        return parameters;
    }
}

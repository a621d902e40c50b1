package org.lstm4j.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// A callback that keeps the norm of each parameter's gradient while a network trains: its mean over the batches of each epoch.
///
/// Norms are those the optimizer had in hand, after clipping. It reads every gradient once a batch and allocates nothing there;
/// a fit without it pays nothing.
///
/// {@snippet :
/// GradientRecorder gradients = new GradientRecorder();
/// model.fit(samples, FitOptions.epochs(10), gradients);
/// gradients.norms("0.weight_hh_l0");  // one for each epoch
/// }
public final class GradientRecorder implements Callback {

    private final List<Parameter> parameters = new ArrayList<>();
    private final List<double[]> epochs = new ArrayList<>();
    private double[] sums = {};
    private int batches;

    @Override
    public void onTrainBegin(TrainingControl control) {
        parameters.clear();
        parameters.addAll(control.network().parameters());
        epochs.clear();
        sums = new double[parameters.size()];
        batches = 0;
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] += norm(parameters.get(index).gradient());
        }
        batches++;
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        double[] means = new double[sums.length];
        for (int index = 0; index < means.length; index++) {
            means[index] = sums[index] / Math.max(1, batches);
            sums[index] = 0;
        }
        epochs.add(means);
        batches = 0;
    }

    /// The names of the parameters, in the order of the network.
    public List<String> parameters() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /// The mean norm of a parameter's gradient in each epoch.
    ///
    /// @param parameter its name in the model file
    /// @throws IllegalArgumentException when the network that trained has no such parameter
    public double[] norms(String parameter) {
        int index = parameters().indexOf(parameter);
        if (index < 0) {
            throw new IllegalArgumentException("no parameter is called '" + parameter + "'; there are " + parameters());
        }
        double[] norms = new double[epochs.size()];
        for (int epoch = 0; epoch < norms.length; epoch++) {
            norms[epoch] = epochs.get(epoch)[index];
        }
        return norms;
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}

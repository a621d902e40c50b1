package org.lstm4j.examples;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.explain.GradientBySteps;
import org.lstm4j.explain.OutputSum;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Why there are LSTMs: how much of a gradient arrives at a step that lies far back, before anything is learnt. The same data, units and
/// spread of initial weights (PyTorch's) for a plain recurrent layer, a GRU and an LSTM.
///
/// On its way back through a step a gradient is multiplied by a number per unit: in a plain layer by weights and the slope of tanh, in
/// an LSTM by the forget gate. With a bias of 1 (Gers, Schmidhuber and Cummins 2000; Jozefowicz et al. 2015) that gate is σ(1) = 0.73 at
/// first; a bias of 4 makes it 0.98: what long memories need, and what training finds where they pay. An LSTM does not keep gradients
/// from fading by being one, but because it can learn to.
///
/// The last column is a plain layer with an orthogonal matrix, Keras' preset, which turns gradients and does not shrink them: it begins
/// well, but has no gate with which to hold a number while inputs change.
public final class VanishingGradients {

    private static final int STEPS = 100;
    private static final int UNITS = 32;
    private static final int SAMPLES = 32;

    private VanishingGradients() {}

    public static void main(String[] args) {
        Map<String, double[]> norms = run();
        IO.println("gradient by distance, in powers of ten beside that of the last step");
        StringBuilder header = new StringBuilder(String.format("%8s", "distance"));
        norms.keySet().forEach(name -> header.append(String.format("%22s", name)));
        IO.println(header);
        for (int distance = 0; distance < STEPS; distance += distance < 10 ? 5 : 10) {
            StringBuilder row = new StringBuilder(String.format("%8d", distance));
            for (double[] of : norms.values()) {
                row.append(String.format("%22s", powers(of, distance)));
            }
            IO.println(row);
        }
        IO.println("Each -1 is a tenth. Where it says 'faded', float32 arithmetic has nothing left.");
    }

    private static String powers(double[] norms, int distance) {
        double ratio = norms[distance] / norms[0];
        return ratio == 0 ? "faded" : String.format(Locale.ROOT, "%.1f", Math.log10(ratio));
    }

    /// @return for each kind of layer, the norm of ∂output/∂input by distance from the last step
    static Map<String, double[]> run() {
        Map<String, double[]> norms = new LinkedHashMap<>();
        LstmSpec lstm = new LstmSpec(UNITS).withInitialization(Initialization.PYTORCH);
        SimpleRnnSpec simple = new SimpleRnnSpec(UNITS);
        norms.put("simple RNN", norms(simple.withInitialization(Initialization.PYTORCH), 0f));
        norms.put("GRU", norms(new GruSpec(UNITS).withInitialization(Initialization.PYTORCH), 0f));
        norms.put("LSTM, forget bias 1", norms(lstm, 1f));
        norms.put("LSTM, forget bias 4", norms(lstm, 4f));
        norms.put("simple, orthogonal", norms(simple, 0f));
        return norms;
    }

    private static double[] norms(LayerSpec layer, float forgetBias) {
        Sequential network = Sequential.input(Shape.sequence(STEPS, 1)).add(layer).add(new DenseSpec(1)).build(42);
        if (layer instanceof LstmSpec) {
            float[] bias = network.parameters().get(2).value(); // of the gates i, f, g, o
            Arrays.fill(bias, UNITS, 2 * UNITS, forgetBias);
        }
        double[] bySteps = new GradientBySteps(network, Compute.shared()).of(samples(), OutputSum.of(0));
        double[] byDistance = new double[STEPS];
        for (int distance = 0; distance < STEPS; distance++) {
            byDistance[distance] = bySteps[STEPS - 1 - distance];
        }
        return byDistance;
    }

    private static Tensor samples() {
        RandomStream random = new RandomStreams(42).stream("samples");
        Tensor samples = Tensor.zeros(Shape.sequence(STEPS, 1).withBatch(SAMPLES));
        for (int index = 0; index < samples.data().length; index++) {
            samples.data()[index] = 2 * random.nextFloat() - 1;
        }
        return samples;
    }
}

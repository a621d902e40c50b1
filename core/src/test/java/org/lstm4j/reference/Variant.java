package org.lstm4j.reference;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmCell;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentInitializers;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;

/// Random options of a recurrent layer, and what it is run on.
///
/// @param dilation 1 for the layer itself, more for it within a dilated one, which has no states
/// @param batchShape [batch, steps, features]
/// @param mask null where all steps count
/// @param withState whether it begins from a given state
record Variant(
        RecurrentSpec spec,
        int dilation,
        boolean training,
        Shape batchShape,
        @Nullable StepMask mask,
        boolean withState) {

    private static final int[] UNITS = {1, 2, 3, 5, 15, 16, 17, 20};
    private static final int[] FEW_UNITS = {1, 2, 3};
    private static final Activation[] ACTIVATIONS = {Activation.TANH, Activation.TANH, Activation.TANH,
        Activation.RELU, Activation.LINEAR, Activation.SOFTSIGN, Activation.ELU, Activation.HARD_TANH,
        Activation.SOFTPLUS};
    private static final Activation[] SMOOTH = {Activation.TANH, Activation.LINEAR, Activation.SOFTPLUS};

    /// Any options.
    static Variant draw(SplittableRandom random) {
        Activation gates = random.nextInt(3) == 0 ? Activation.HARD_SIGMOID : Activation.SIGMOID;
        return draw(oneOf(UNITS, random), random.nextInt(1, 8), oneOf(ACTIVATIONS, random), gates,
                random.nextInt(4) > 0, random);
    }

    /// A small layer that trains, whose formulas have no corners, so that central differences tell its gradients.
    static Variant drawSmooth(SplittableRandom random) {
        Activation gates = random.nextInt(3) == 0 ? Activation.TANH : Activation.SIGMOID;
        return draw(oneOf(FEW_UNITS, random), random.nextInt(1, 4), oneOf(SMOOTH, random), gates, true, random);
    }

    private static Variant draw(
            int units,
            int batch,
            Activation activation,
            Activation gates,
            boolean training,
            SplittableRandom random) {
        RecurrentSpec spec = drawSpec(units, activation, gates, random);
        int steps = random.nextInt(1, 6);
        int dilation = random.nextInt(3) == 0 ? random.nextInt(2, 5) : 1;
        return new Variant(spec, dilation, training, Shape.sequence(steps, random.nextInt(1, 4)).withBatch(batch),
                random.nextBoolean() ? drawMask(batch, steps, random) : null,
                random.nextBoolean() && dilation == 1);
    }

    private static RecurrentSpec drawSpec(int units, Activation activation, Activation gates, SplittableRandom random) {
        SequenceOptions sequence = new SequenceOptions(random.nextBoolean(), random.nextBoolean(), false);
        RecurrentNoise noise = new RecurrentNoise(rate(random), rate(random), rate(random), rate(random));
        RecurrentNoise withoutCell = noise.withZoneout(noise.hiddenZoneout(), 0f);
        boolean bias = random.nextBoolean();
        return switch (random.nextInt(6)) {
            case 0 -> new GruSpec(units, bias, activation, gates, sequence, withoutCell,
                    RecurrentInitializers.of(Initialization.KERAS));
            case 1 -> new SimpleRnnSpec(units, bias, activation, sequence, withoutCell,
                    RecurrentInitializers.of(Initialization.PYTORCH));
            default -> {
                int projection = units > 1 && random.nextBoolean() ? random.nextInt(1, units) : 0;
                int more = random.nextInt(3);
                LstmCell cell = new LstmCell(projection, bias, more == 0, more == 1, activation, gates);
                yield new LstmSpec(units, cell, sequence, noise, RecurrentInitializers.of(Initialization.KERAS));
            }
        };
    }

    private static int oneOf(int[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static Activation oneOf(Activation[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static float rate(SplittableRandom random) {
        return random.nextInt(3) == 0 ? 0.4f : 0f;
    }

    private static StepMask drawMask(int batch, int steps, SplittableRandom random) {
        boolean[][] counts = new boolean[batch][steps];
        for (boolean[] row : counts) {
            for (int step = 0; step < steps; step++) {
                row[step] = random.nextInt(4) > 0;
            }
        }
        return StepMask.of(counts);
    }

    boolean isDilated() {
        return dilation > 1;
    }

    boolean normalizes() {
        return spec instanceof LstmSpec lstm && lstm.cell().layerNormalization();
    }

    /// What is run.
    LayerSpec layerSpec() {
        return isDilated() ? new DilatedSpec(spec, dilation) : spec;
    }

    int batch() {
        return batchShape.size(0);
    }

    int steps() {
        return batchShape.size(1);
    }

    int features() {
        return batchShape.last();
    }

    /// How many phases of a sequence the layer goes through: where only the last step is given, that one's.
    int phases() {
        return spec.returnSequences() ? Math.min(dilation, steps()) : 1;
    }

    /// Whether a step of a sequence counts.
    boolean counts(int row, int step) {
        return mask == null || mask.counts(row, step);
    }

    @Override
    public String toString() {
        return spec + " " + batchShape + (isDilated() ? " dilation " + dilation : "")
                + (training ? " training" : " inference") + (mask == null ? "" : " masked")
                + (withState ? " with state" : "");
    }
}

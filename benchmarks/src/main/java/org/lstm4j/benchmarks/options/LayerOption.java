package org.lstm4j.benchmarks.options;

import java.util.List;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;

/// A network with one option, to be timed beside the plain one.
///
/// @param name as in the table
/// @param allowed how many times as long as the plain layer it may take; NaN where no goal is set
/// @param layers before the dense layer
/// @param padded whether sequences have different lengths, on average half of the steps
record LayerOption(String name, double allowed, List<LayerSpec> layers, boolean padded) {

    private static final double CHEAP = 1.3;
    private static final double DEAR = 2;
    private static final float RATE = 0.2f;
    private static final long SEED = 42;

    /// The plain layer first.
    static List<LayerOption> of(Workload workload) {
        int units = workload.units();
        LstmSpec lstm = new LstmSpec(units);
        return List.of(
                option("plain", 1, lstm),
                option("no bias", CHEAP, lstm.withBias(false)),
                option("masking, all steps count", CHEAP, new MaskingSpec(), lstm),
                new LayerOption("masking, half of the steps count", 0.65, List.of(new MaskingSpec(), lstm), true),
                option("dropout after it", CHEAP, lstm, new DropoutSpec(RATE)),
                option("states in and out", CHEAP, lstm.withStateful(true)),
                option("projection to a quarter", CHEAP, lstm.withProjection(Math.max(1, units / 4))),
                option("projection to a half", CHEAP, lstm.withProjection(Math.max(1, units / 2))),
                option("backwards", CHEAP, lstm.withGoBackwards(true)),
                option("input dropout", DEAR, lstm.withInputDropout(RATE)),
                option("recurrent dropout", DEAR, lstm.withRecurrentDropout(RATE)),
                option("zoneout", DEAR, lstm.withZoneout(RATE, RATE)),
                option("peephole", DEAR, lstm.withPeephole(true)),
                option("layer normalisation", DEAR, lstm.withLayerNormalization(true)),
                option("softsign and hard sigmoid", DEAR,
                        lstm.withActivation(Activation.SOFTSIGN).withRecurrentActivation(Activation.HARD_SIGMOID)),
                option("elu", DEAR, lstm.withActivation(Activation.ELU)),
                option("bidirectional", 2 * CHEAP, new BidirectionalSpec(lstm)),
                option("GRU", Double.NaN, new GruSpec(units)),
                option("simple RNN", Double.NaN, new SimpleRnnSpec(units)));
    }

    private static LayerOption option(String name, double allowed, LayerSpec... layers) {
        return new LayerOption(name, allowed, List.of(layers), false);
    }

    Sequential network(Workload workload) {
        Sequential.Builder builder = Sequential.input(Shape.sequence(workload.steps(), workload.features()));
        layers.forEach(builder::add);
        return builder.add(new DenseSpec(1)).build(SEED);
    }
}

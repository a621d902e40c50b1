package org.lstm4j.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.nn.recurrent.SignalSource;
import org.lstm4j.tensor.Tensor;

/// What gates and states of a recurrent layer do over sequences: the very numbers the layer computed with in inference.
///
/// | signal | shape |
/// |---|---|
/// | gates, candidate, cell state | [batch, steps, units] |
/// | hidden state | [batch, steps, outputs]; as many as units, unless they are projected |
///
/// Steps stand in the order of time, also of a layer that goes backwards. NaN stands where a step does not count, or where a
/// dilated layer had no need of it.
///
/// @param layer its name in the network's summary
/// @param backwards whether it goes from the last step to the first, as the second half of a bidirectional layer does
/// @param signals by kind; those the layer has
public record CellActivity(String layer, boolean backwards, Map<CellSignal, Tensor> signals) {

    public CellActivity {
        signals = Collections.unmodifiableMap(new EnumMap<>(signals));
    }

    /// The activity of each recurrent layer of a network, in order; of a bidirectional one both directions. Layers within a time
    /// distributed one have other sequences and are left out.
    ///
    /// @param samples [batch, steps, features]
    /// @throws IllegalArgumentException when the network has no recurrent layer, or cannot take such samples
    public static List<CellActivity> of(Sequential network, Tensor samples, Compute compute) {
        return run(network, samples, null, compute);
    }

    /// The activity where not every step counts.
    ///
    /// @param mask [batch, steps]
    /// @throws IllegalArgumentException as [#of(Sequential, Tensor, Compute)]; when the mask has other sizes
    public static List<CellActivity> of(Sequential network, Tensor samples, StepMask mask, Compute compute) {
        return run(network, samples, mask, compute);
    }

    private static List<CellActivity> run(
            Sequential network, Tensor samples, @Nullable StepMask mask, Compute compute) {
        SequentialPass pass = network.newPass(samples.shape(), PassMode.EXPLAINING, compute);
        List<SignalSource> sources = new ArrayList<>();
        collect(pass.layers(), sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("the network has no recurrent layer whose gates could be shown, only "
                    + network.layers().stream().map(layer -> layer.name()).toList());
        }
        if (mask == null) {
            pass.forward(samples);
        } else {
            pass.forward(samples, mask);
        }
        return sources.stream()
                .map(source -> new CellActivity(source.layerName(), source.goesBackwards(), source.signals()))
                .toList();
    }

    private static void collect(List<LayerPass> passes, List<SignalSource> sources) {
        for (LayerPass pass : passes) {
            if (pass instanceof SignalSource source) {
                sources.add(source);
            } else {
                collect(pass.inner(), sources);
            }
        }
    }

    /// The name of the layer, and of its direction where that is the other one.
    public String title() {
        return backwards ? layer + ", backwards" : layer;
    }

    /// One signal.
    ///
    /// @throws IllegalArgumentException when the layer has no such signal
    public Tensor signal(CellSignal signal) {
        Tensor values = signals.get(signal);
        if (values == null) {
            throw new IllegalArgumentException("layer \"" + layer + "\" has no " + signal.label() + "; it has "
                    + signals.keySet());
        }
        return values;
    }

    /// What each signal is over all samples, steps and units.
    public List<SignalStatistics> statistics() {
        return signals.entrySet().stream().map(entry -> SignalStatistics.of(entry.getKey(), entry.getValue())).toList();
    }

    /// The layer with its signals as [steps, units], of one sample.
    ///
    /// @throws IndexOutOfBoundsException when there is no such sample
    public JsonObject toJson(int sample) {
        JsonValue.ObjectBuilder values = JsonValue.object();
        signals.forEach((signal, tensor) -> values.put(signal.label().replace(' ', '_'), rows(tensor, sample)));
        return JsonValue.object()
                .put("layer", layer)
                .put("backwards", backwards)
                .put("signals", values.build())
                .put("statistics", new JsonArray(statistics().stream().map(SignalStatistics::toJson)
                        .map(JsonValue.class::cast).toList()))
                .build();
    }

    private static JsonArray rows(Tensor tensor, int sample) {
        List<JsonValue> rows = new ArrayList<>();
        for (int step = 0; step < tensor.shape().size(1); step++) {
            List<JsonValue> units = new ArrayList<>();
            for (int unit = 0; unit < tensor.shape().size(2); unit++) {
                units.add(JsonValue.of(tensor.get(sample, step, unit)));
            }
            rows.add(new JsonArray(units));
        }
        return new JsonArray(rows);
    }
}

package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.Mapping;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Makes a network of modules in order, asking for what they do not say and noting what was taken for granted.
final class StateDictNetwork {

    private final FileFaults faults;
    private final long bytes;
    private final ImportOptions options;
    private final List<String> assumptions = new ArrayList<>();
    private final Map<String, Activation> activations = new LinkedHashMap<>();
    private final Set<String> unusedActivations;

    StateDictNetwork(TensorFile file, ModuleNames names, ImportOptions options) {
        this.faults = file.faults();
        this.bytes = file.bytes();
        this.options = options;
        options.activations().forEach((name, activation) -> activations.put(names.shortened(name), activation));
        unusedActivations = new LinkedHashSet<>(activations.keySet());
    }

    /// The network of modules in an order that fits.
    ImportedModel build(OrderChoice choice) {
        if (!choice.assumption().isEmpty()) {
            assumptions.add(choice.assumption());
        }
        List<TorchModule> modules = choice.modules();
        List<ForeignLayer> layers = new ArrayList<>();
        int lastRecurrent = lastRecurrent(modules);
        for (int place = 0; place < modules.size(); place++) {
            boolean last = place + 1 == modules.size();
            boolean lastOfSteps = place == lastRecurrent;
            switch (modules.get(place)) {
                case RecurrentModule recurrent when lastOfSteps -> addLast(layers, recurrent);
                case RecurrentModule recurrent -> layers.addAll(recurrent.layers(true, ofRnn(recurrent)));
                case TorchModule.Linear linear -> layers.add(TorchLayers.linear(linear, activation(linear, last)));
                case TorchModule.LayerNorm norm -> layers.add(norm(norm));
                case TorchModule.BatchNorm norm -> layers.addAll(norm(norm));
                case TorchModule.Embedding embedding -> layers.add(TorchLayers.embedding(embedding));
            }
        }
        requireAllUsed();
        Shape input = input(modules.getFirst(), lastRecurrent >= 0, 0);
        return new ImportedModel(new ForeignNetwork(input, layers).build(faults, bytes), assumptions);
    }

    /// The network of layers that a mapping names.
    ///
    /// @param first the module that reads the input
    /// @param sequences whether the input are sequences
    ImportedModel build(Mapping mapping, TorchModule first, boolean sequences, List<ForeignLayer> layers) {
        ForeignNetwork network = new ForeignNetwork(input(first, sequences, mapping.steps()), layers);
        return new ImportedModel(network.build(faults, bytes, mapping.file()), assumptions);
    }

    /// @param steps of a sample, by a mapping; 0 for unsaid
    private Shape input(TorchModule first, boolean sequences, int steps) {
        int lookback = options.lookback() > 0 ? options.lookback() : Math.max(1, steps);
        if (first instanceof TorchModule.Embedding) {
            return Shape.of(Axis.steps(lookback));
        }
        return sequences ? Shape.sequence(lookback, first.inputs()) : Shape.vector(first.inputs());
    }

    void assume(String sentence) {
        assumptions.add(sentence);
    }

    private static int lastRecurrent(List<TorchModule> modules) {
        for (int place = modules.size() - 1; place >= 0; place--) {
            if (modules.get(place) instanceof RecurrentModule) {
                return place;
            }
        }
        return -1;
    }

    private void addLast(List<ForeignLayer> layers, RecurrentModule recurrent) {
        Steps steps = options.steps();
        if (steps == null && recurrent.bidirectional()) {
            throw missing("does not say which steps of the bidirectional " + Quoted.of(recurrent.prefix()) + " go on",
                    "say --steps last for output[:, -1], --steps final for h_n, where each direction ends, or --steps all");
        }
        if (steps == null) {
            assume("the last step of " + Quoted.of(recurrent.prefix()) + " goes on; --steps all lets every step");
        }
        boolean lastOfBoth = steps == Steps.LAST && recurrent.bidirectional();
        layers.addAll(recurrent.layers(steps == Steps.ALL || lastOfBoth, ofRnn(recurrent)));
        if (lastOfBoth) {
            layers.add(ForeignLayer.of("last step", new LastStepSpec()));
        }
    }

    /// What is said of an nn.RNN, or is taken for granted aloud; tanh of other cells.
    Activation ofRnn(RecurrentModule recurrent) {
        Activation said = said(recurrent.prefix());
        if (recurrent.cell() != RecurrentModule.Cell.RNN) {
            if (said != null) {
                throw missing("has a " + recurrent.cell() + " " + Quoted.of(recurrent.prefix())
                        + ", whose activations are fixed", "leave its --activation out");
            }
            return Activation.TANH;
        }
        if (said == null) {
            assume("the activation of " + Quoted.of(recurrent.prefix()) + " is tanh; --activation " + recurrent.prefix()
                    + "=relu makes it another");
        }
        return said == null ? Activation.TANH : said;
    }

    /// What follows a Linear within a model is hardly ever nothing; what follows the last one mostly is.
    private Activation activation(TorchModule.Linear linear, boolean last) {
        Activation said = said(linear.prefix());
        if (said != null) {
            return said;
        }
        if (!last) {
            throw missing("does not say which activation follows " + Quoted.of(linear.prefix()),
                    "say --activation " + linear.prefix() + "=relu, or =linear for none");
        }
        assume("no activation follows " + Quoted.of(linear.prefix()) + "; --activation " + linear.prefix()
                + "=sigmoid adds one");
        return Activation.LINEAR;
    }

    private ForeignLayer norm(TorchModule.LayerNorm norm) {
        assume(Quoted.of(norm.prefix())
                + " is an nn.LayerNorm with an epsilon of 1e-5, as PyTorch has it; another epsilon"
                + " needs --mapping, and nn.GroupNorm and kin, whose tensors are the same, cannot be had");
        return TorchLayers.norm(norm, TorchLayers.EPSILON);
    }

    private List<ForeignLayer> norm(TorchModule.BatchNorm norm) {
        assume("the epsilon of " + Quoted.of(norm.prefix()) + " is 1e-5, as PyTorch has it; another needs --mapping");
        return TorchLayers.norm(norm, TorchLayers.EPSILON);
    }

    @Nullable
    Activation said(String prefix) {
        unusedActivations.remove(prefix);
        return activations.get(prefix);
    }

    /// @throws ConfigurationException when something is said that a mapping says
    void requireNoSteps(MappingFile mapping) {
        if (options.steps() != null) {
            throw mapping.wrong("--steps is said beside it",
                    "\"return_sequences\" of a layer, or a layer of the kind last_step", "--steps " + options.steps());
        }
    }

    void requireAllUsed() {
        if (!unusedActivations.isEmpty()) {
            throw missing(
                    "has no layer " + Quoted.of(unusedActivations.iterator().next()) + " to put an activation after",
                    "name a Linear of the file");
        }
    }

    private ConfigurationException missing(String what, String fix) {
        return new ConfigurationException(Problem.of(faults.file() + " " + what, fix));
    }
}

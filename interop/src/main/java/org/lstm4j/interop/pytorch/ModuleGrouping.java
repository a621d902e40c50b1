package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// Gathers the tensors of a state_dict by module, and says which modules each could be: `fc.weight` and `fc.bias` are one, and by their
/// shapes an `nn.Linear`.
final class ModuleGrouping {

    private static final int MOST_UNITS = 1 << 24;
    /// Of modules whose weights are computed from others: weight norm and spectral norm.
    private static final Pattern COMPUTED = Pattern.compile(".*(_orig|_[guv])");

    private final FileFaults faults;

    private ModuleGrouping(FileFaults faults) {
        this.faults = faults;
    }

    /// The modules by prefix, in the order of their first tensors; of each, all that it could be.
    ///
    /// @throws ModelFileException when tensors are none of the modules that are known
    static Map<String, List<TorchModule>> group(TensorFile file, ModuleNames names) {
        Map<String, Map<String, StoredTensor>> parts = new LinkedHashMap<>();
        Map<String, String> shortened = new LinkedHashMap<>();
        file.tensors().forEach((name, tensor) -> {
            Map<String, StoredTensor> ofModule = parts.computeIfAbsent(
                    shortened.computeIfAbsent(ModuleNames.module(name), names::shortened), _ -> new LinkedHashMap<>());
            if (ofModule.put(ModuleNames.own(name), tensor) != null) {
                throw file.faults().unusable("two tensors are called " + Quoted.of(name) + " but for _orig_mod",
                        "one module of each name", "", "save the state_dict of the model that was compiled");
            }
        });
        file.tensors().keySet().stream().filter(name -> name.contains(".parametrizations.")).findFirst().ifPresent(
                name -> {
                    throw file.faults().unusable(
                            Quoted.of(name) + " is a part of weights that are computed from several",
                            "plain weights", "parametrizations", TorchNames.PLAIN_WEIGHTS);
                });
        ModuleGrouping grouping = new ModuleGrouping(file.faults());
        Map<String, List<TorchModule>> modules = new LinkedHashMap<>();
        parts.forEach((prefix, tensors) -> modules.put(prefix, grouping.readings(prefix, tensors)));
        return modules;
    }

    private List<TorchModule> readings(String prefix, Map<String, StoredTensor> parts) {
        if (TorchModule.BatchNorm.isOne(parts)) {
            return List.of(TorchModule.BatchNorm.of(prefix, parts, faults));
        }
        if (parts.keySet().stream().anyMatch(RecurrentReading::isPart)) {
            return List.of(RecurrentReading.read(prefix, parts, faults));
        }
        StoredTensor weight = parts.get("weight");
        StoredTensor bias = parts.get("bias");
        int used = (weight == null ? 0 : 1) + (bias == null ? 0 : 1);
        if (weight == null || used != parts.size()) {
            throw unknown(prefix, parts);
        }
        List<TorchModule> readings = new ArrayList<>();
        switch (weight.shape().size()) {
            case 2 -> addMatrix(readings, prefix, weight, bias);
            case 1 -> addNorm(readings, prefix, weight, bias);
            default -> {
            } // a convolution, say
        }
        if (readings.isEmpty()) {
            throw unknown(prefix, parts);
        }
        return readings;
    }

    private static void addMatrix(List<TorchModule> readings, String prefix, StoredTensor weight,
            @Nullable StoredTensor bias) {
        if (weight.shape().stream().anyMatch(size -> size < 1 || size > MOST_UNITS)) {
            return;
        }
        if (bias == null) {
            readings.add(new TorchModule.Linear(prefix, weight, null));
            readings.add(new TorchModule.Embedding(prefix, weight));
        } else if (bias.shape().equals(List.of(weight.shape().getFirst()))) {
            readings.add(new TorchModule.Linear(prefix, weight, bias));
        }
    }

    private static void addNorm(List<TorchModule> readings, String prefix, StoredTensor weight,
            @Nullable StoredTensor bias) {
        if (bias != null && bias.shape().equals(weight.shape()) && weight.elements() > 0
                && weight.elements() <= MOST_UNITS) {
            readings.add(new TorchModule.LayerNorm(prefix, weight, bias));
        }
    }

    private static String advice(Map<String, StoredTensor> parts) {
        if (parts.values().stream().anyMatch(tensor -> COMPUTED.matcher(tensor.name()).matches())) {
            return TorchNames.PLAIN_WEIGHTS;
        }
        return "where it changes no output, such as a counter or a buffer of your own, leave it out of what you save; else"
                + " bring the model by ONNX";
    }

    private ModelFileException unknown(String prefix, Map<String, StoredTensor> parts) {
        StringBuilder received = new StringBuilder();
        parts.values().stream().limit(6).forEach(tensor -> received.append(received.isEmpty() ? "" : ", ")
                .append(Quoted.of(tensor.name())).append(' ').append(tensor.shape()));
        return faults.unusable("the module " + Quoted.of(prefix) + " is of a kind that is not known",
                "nn.LSTM, nn.GRU, nn.RNN, nn.Linear, nn.LayerNorm, nn.BatchNorm1d or nn.Embedding", received.toString(),
                advice(parts));
    }
}

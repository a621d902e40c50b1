package org.lstm4j.interop.pytorch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.interop.pickle.PickleValue;
import org.lstm4j.interop.pickle.PickleValue.Call;
import org.lstm4j.interop.pickle.PickleValue.Dictionary;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// Finds the state_dict in what a pickle says: the dictionary itself, or the one dictionary of weights in a checkpoint, which has others
/// beside: `{'model_state_dict': {…}, 'optimizer_state_dict': {…}, 'epoch': 5}`.
final class StateDictFinder {

    private static final int DEEPEST = 4;

    private final FileFaults faults;
    private final long bytes;
    private final TorchStorages storages;

    /// @param bytes of the file
    StateDictFinder(FileFaults faults, long bytes, TorchStorages storages) {
        this.faults = faults;
        this.bytes = bytes;
        this.storages = storages;
    }

    TensorFile find(PickleValue value) {
        if (!(value instanceof Dictionary top)) {
            throw faults.unusable("the pickle is no state_dict", "a dictionary of tensors",
                    value instanceof Call call ? Quoted.of(call.function().qualified()) : "a list, a number or a text",
                    TorchNames.ADVICE);
        }
        Map<String, Dictionary> found = withTensors(top);
        List<String> names = List.copyOf(found.keySet());
        if (names.size() > 1) {
            found.values().removeIf(dictionary -> !hasWeights(dictionary));
        }
        if (found.size() != 1) {
            throw faults.unusable(
                    "the file has " + (names.isEmpty() ? "no state_dict" : "several dictionaries of tensors"),
                    "one dictionary of tensors",
                    (names.isEmpty() ? top.members().keySet() : names).stream().limit(10).map(Quoted::of).toList()
                            .toString(),
                    TorchNames.ADVICE);
        }
        Map.Entry<String, Dictionary> only = found.entrySet().iterator().next();
        return file(only.getKey(), only.getValue());
    }

    /// Dictionaries that have tensors themselves, whatever has them, the outer ones first. One that is referred to a thousand times is looked
    /// at once, or a file of some kB would take years.
    private static Map<String, Dictionary> withTensors(Dictionary top) {
        Map<String, Dictionary> found = new LinkedHashMap<>();
        Set<Dictionary> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Dictionary> level = Map.of("", top);
        for (int depth = 0; depth <= DEEPEST; depth++) {
            Map<String, Dictionary> next = new LinkedHashMap<>();
            level.forEach((name, dictionary) -> {
                if (dictionary.members().values().stream().anyMatch(Call.class::isInstance)) {
                    found.put(name, dictionary);
                }
                dictionary.members().forEach((key, member) -> {
                    if (member instanceof Dictionary inner && met.add(inner)) {
                        next.put(name.isEmpty() ? key : name + "/" + key, inner);
                    }
                });
            });
            level = next;
        }
        return found;
    }

    /// What an optimizer remembers of weights, and what callbacks do, are tensors too, but called otherwise.
    private static boolean hasWeights(Dictionary dictionary) {
        return dictionary.members().entrySet().stream().anyMatch(member -> {
            String own = ModuleNames.own(member.getKey());
            return member.getValue() instanceof Call
                    && (own.equals("weight") || RecurrentReading.isPart(own) || own.startsWith("weight_"));
        });
    }

    private TensorFile file(String name, Dictionary dictionary) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        dictionary.members().forEach((key, member) -> {
            if (!(member instanceof Call call)) {
                throw faults.unusable("the state_dict has " + Quoted.of(key) + ", which is no tensor", "tensors alone",
                        member.getClass().getSimpleName(), TorchNames.ADVICE);
            }
            tensors.put(key, storages.tensor(key, call, faults));
        });
        return new TensorFile(tensors, name.isEmpty() ? Map.of() : Map.of("state_dict", name), true, bytes, faults);
    }
}

package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.pickle.PickleValue;
import org.lstm4j.interop.pickle.PickleValue.Call;
import org.lstm4j.interop.pickle.PickleValue.Dictionary;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// Finds the state_dict in what a pickle says: the dictionary itself, or the one dictionary of tensors in a checkpoint, which has others
/// beside: `{'model_state_dict': {…}, 'optimizer_state_dict': {…}, 'epoch': 5}`.
final class StateDictFinder {

    private final FileFaults faults;
    private final TorchStorages storages;

    StateDictFinder(FileFaults faults, TorchStorages storages) {
        this.faults = faults;
        this.storages = storages;
    }

    TensorFile find(PickleValue value) {
        if (!(value instanceof Dictionary top)) {
            throw faults.unusable("the pickle is no state_dict", "a dictionary of tensors",
                    value.getClass().getSimpleName(), TorchNames.ADVICE);
        }
        if (hasTensors(top)) {
            return file("", top);
        }
        List<String> names = new ArrayList<>();
        top.members().forEach((name, member) -> {
            if (member instanceof Dictionary inner && hasTensors(inner)) {
                names.add(name);
            }
        });
        if (names.size() != 1 || !(top.members().get(names.getFirst()) instanceof Dictionary only)) {
            throw faults.unusable(
                    "the file has " + (names.isEmpty() ? "no state_dict" : "several dictionaries of tensors"),
                    "one dictionary of tensors",
                    (names.isEmpty() ? top.members().keySet() : names).stream().limit(10).map(Quoted::of).toList()
                            .toString(),
                    TorchNames.ADVICE);
        }
        return file(names.getFirst(), only);
    }

    private static boolean hasTensors(Dictionary dictionary) {
        return dictionary.members().values().stream().anyMatch(Call.class::isInstance);
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
        return new TensorFile(tensors, name.isEmpty() ? Map.of() : Map.of("state_dict", name), true, faults);
    }
}

package org.lstm4j.interop.pytorch;

import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.interop.tensor.TensorFile;

/// Makes a network of a state_dict, which has names and tensors and nothing else: no order of layers, no activations, no word on which steps
/// go on.
///
/// {@snippet :
/// try (ByteSource bytes = ByteSource.open(Path.of("model.pt"))) {
///     ImportedModel model = StateDictReader.read(TorchArchive.read(bytes), ImportOptions.NONE.withSteps(Steps.LAST));
///     model.assumptions().forEach(System.out::println);
/// }
/// }
///
/// Shapes tell the modules and, mostly, their order. Where several readings fit, and where a choice changes the numbers, it is asked for by
/// [ImportOptions]; what is taken for granted, because it is what the module itself does, is told by [ImportedModel#assumptions].
public final class StateDictReader {

    private StateDictReader() {}

    /// @throws org.lstm4j.ModelFileException when tensors are of no known module, or do not fit together
    /// @throws org.lstm4j.ConfigurationException when something must be said, or something was said that does not fit
    public static ImportedModel read(TensorFile file, ImportOptions options) {
        if (file.tensors().isEmpty()) {
            throw file.faults().unusable("there are no tensors in it", "those of a state_dict", "none",
                    "check that it is the right file");
        }
        ModuleNames names = ModuleNames.of(file.tensors().keySet());
        Map<String, List<TorchModule>> modules = ModuleGrouping.group(file, names);
        StateDictNetwork network = new StateDictNetwork(file, names, options);
        MappingFile mapping = options.mapping();
        if (mapping != null) {
            return mapping.read(said -> new MappedStateDict(network, names, modules).read(said));
        }
        OrderChoice choice = OrderChoice.of(modules, file);
        return network.build(choice);
    }
}

package org.lstm4j.interop.pytorch;

import java.nio.file.Path;
import java.util.List;
import org.lstm4j.interop.pytorch.TorchProgram.NamedTensor;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.model.SafetensorsHeader;
import org.lstm4j.model.SafetensorsWriter;
import org.lstm4j.model.TensorType;
import org.lstm4j.nn.Sequential;

/// A network as a state_dict in a safetensors file, and the lines of Python that make the model it is for.
///
/// {@snippet :
/// TorchExport export = TorchExport.of(network);
/// export.write(Path.of("model.safetensors"));
/// System.out.println(export.python("model.safetensors"));
/// }
///
/// Each layer is a module of its own, called by its kind and place: `lstm_0`, `dense_1`. Equal networks give equal bytes.
public final class TorchExport {

    private final TorchProgram program;

    private TorchExport(TorchProgram program) {
        this.program = program;
    }

    /// @throws org.lstm4j.ConfigurationException when PyTorch has no such layer; names it
    public static TorchExport of(Sequential network) {
        return new TorchExport(TorchLayerWriter.write(network));
    }

    /// Lines of Python that make the model, load the file and leave it in `model`, ready to answer.
    ///
    /// @param file the name of the file, as Python is to open it
    public String python(String file) {
        return program.python(file);
    }

    /// Writes the state_dict; the old file is intact where that fails.
    ///
    /// @throws org.lstm4j.StorageException when it cannot be written
    public void write(Path file) {
        List<NamedTensor> tensors = program.tensors();
        SafetensorsHeader.Builder builder = SafetensorsHeader.builder().metadata("format", "pt");
        tensors.forEach(tensor -> builder.tensor(tensor.name(), TensorType.F32, tensor.shape()));
        SafetensorsHeader header = builder.build();
        AtomicFile.write(file, out -> {
            SafetensorsWriter writer = new SafetensorsWriter(out, header);
            for (NamedTensor tensor : tensors) {
                writer.write(tensor.values());
            }
            writer.finish();
        });
    }
}

package org.lstm4j.interop;

import java.nio.file.Path;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.keras.KerasReader;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.numpy.NpzReader;
import org.lstm4j.interop.onnx.OnnxReader;
import org.lstm4j.interop.pytorch.StateDictReader;
import org.lstm4j.interop.pytorch.TorchArchive;
import org.lstm4j.interop.safetensors.SafetensorsTensors;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;

/// Reads models of other frameworks, whatever their format.
///
/// {@snippet :
/// ImportedModel model = ModelImport.read(Path.of("model.safetensors"), ImportOptions.NONE);
/// ModelFile.of(model.network()).write(Path.of("m.lstm4j"));
/// }
public final class ModelImport {

    private static final String STATE_DICT = "in Python, load it with the PyTorch that wrote it and save the state_dict"
            + " alone: torch.save(model.state_dict(), 'model.pt')";

    private ModelImport() {}

    /// @throws ModelFileException when the file is damaged, of no known format, or has what we have not
    /// @throws org.lstm4j.ConfigurationException when something must be said that the file does not say
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static ImportedModel read(Path file, ImportOptions options) {
        try (ByteSource source = ByteSource.open(file)) {
            FileFormat format = FileFormat.of(source, file.toString());
            return switch (format) {
                case SAFETENSORS, PYTORCH -> StateDictReader.read(requireForeign(tensors(source, format)), options);
                case KERAS, HDF5 -> KerasReader.read(source, options);
                case ONNX -> OnnxReader.read(source, file.toAbsolutePath().getParent(), options);
                default -> throw refused(source, format);
            };
        }
    }

    /// What kind of file it is.
    ///
    /// @throws ModelFileException when it is an archive and a damaged one
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static FileFormat format(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            return FileFormat.of(source, file.toString());
        }
    }

    /// The tensors of a file that has nothing else: safetensors, npz or a state_dict.
    ///
    /// @throws ModelFileException when the file is damaged, or has something else
    public static TensorFile tensors(ByteSource source) {
        return tensors(source, FileFormat.of(source, source.faults().file()));
    }

    private static TensorFile tensors(ByteSource source, FileFormat format) {
        return switch (format) {
            case SAFETENSORS -> SafetensorsTensors.read(source);
            case PYTORCH -> TorchArchive.read(source);
            case NUMPY -> NpzReader.read(source);
            default -> throw refused(source, format);
        };
    }

    private static TensorFile requireForeign(TensorFile file) {
        if (file.metadata().keySet().stream().anyMatch(name -> name.startsWith("lstm4j."))) {
            throw file.faults().unusable("a model of lstm4j already", "a model of another framework", "",
                    "use it as it is");
        }
        return file;
    }

    private static ModelFileException refused(ByteSource source, FileFormat format) {
        return switch (format) {
            case PYTORCH_LEGACY -> source.faults().unusable("a pickle, as PyTorch wrote before 1.6",
                    "a zip archive of torch.save, or safetensors", format.words(), STATE_DICT);
            case TAR -> source.faults().unusable("a tar archive, as PyTorch wrote before 0.1.10",
                    "a zip archive of torch.save, or safetensors", format.words(), STATE_DICT);
            default -> source.faults().unusable("not a model of a known format",
                    "safetensors, PyTorch, Keras, HDF5 or ONNX", format.words(), "check what the file is");
        };
    }
}

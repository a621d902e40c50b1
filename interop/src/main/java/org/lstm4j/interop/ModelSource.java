package org.lstm4j.interop;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.keras.KerasReader;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.numpy.NpzReader;
import org.lstm4j.interop.onnx.OnnxReader;
import org.lstm4j.interop.pytorch.StateDictReader;
import org.lstm4j.interop.pytorch.TorchArchive;
import org.lstm4j.interop.safetensors.SafetensorsTensors;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.ModelHeader;
import org.lstm4j.model.SafetensorsReader;

/// A file with a model of whatever framework, open, of which the format is told once. Nothing in it is executed.
///
/// {@snippet :
/// try (ModelSource file = ModelSource.open(Path.of("model.safetensors"))) {
///     ImportedModel model = file.read(ImportOptions.NONE);
///     System.out.println(file.format().words() + ": " + model.network().summary());
/// }
/// }
public final class ModelSource implements Closeable {

    private static final String STATE_DICT = "in Python, load it with the PyTorch that wrote it and save the state_dict"
            + " alone: torch.save(model.state_dict(), 'model.pt')";

    private final ByteSource source;
    private final @Nullable Path folder;
    private final FileFormat format;
    /// Its header, once that was read.
    private @Nullable SafetensorsReader safetensors;

    private ModelSource(ByteSource source, @Nullable Path folder, FileFormat format) {
        this.source = source;
        this.folder = folder;
        this.format = format;
    }

    /// Opens a file, whatever it is.
    ///
    /// @throws ModelFileException when it is an archive and a damaged one
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static ModelSource open(Path file) {
        ByteSource source = ByteSource.open(file);
        try {
            return new ModelSource(source, file.toAbsolutePath().getParent(),
                    FileFormat.of(source, file.toString()));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// What kind of file it is.
    public FileFormat format() {
        return format;
    }

    /// Whether it is another framework's: of a format that only others write, or a safetensors file without our metadata.
    ///
    /// @throws ModelFileException when it is a safetensors file and a damaged one
    public boolean isForeign() {
        return switch (format) {
            case UNKNOWN -> false;
            case SAFETENSORS -> safetensors().header().metadata().keySet().stream()
                    .noneMatch(name -> name.startsWith("lstm4j."));
            default -> true;
        };
    }

    /// What a model of lstm4j says about itself.
    ///
    /// @throws ModelFileException when it is none, or its header is damaged
    public ModelHeader header() {
        return ModelFile.readHeader(safetensors());
    }

    private SafetensorsReader safetensors() {
        SafetensorsReader read = safetensors == null ? SafetensorsReader.open(source) : safetensors;
        safetensors = read;
        return read;
    }

    /// Makes a network of it.
    ///
    /// @throws ModelFileException when the file is damaged, of no known format, or has what we have not
    /// @throws org.lstm4j.ConfigurationException when something must be said that the file does not say
    public ImportedModel read(ImportOptions options) {
        return switch (format) {
            case SAFETENSORS, PYTORCH -> {
                requireForeign();
                yield StateDictReader.read(tensors(), options);
            }
            case KERAS, HDF5 -> KerasReader.read(source, options);
            case ONNX -> OnnxReader.read(source, folder, options);
            default -> throw refused();
        };
    }

    /// Says what is in it, and makes nothing of it.
    ///
    /// @return what it says of itself, and its tensors, whose elements can be read as long as this is open
    /// @throws ModelFileException when the file is damaged, or of no known format
    public FileSummary inspect() {
        return switch (format) {
            case KERAS, HDF5 -> KerasReader.inspect(source);
            case ONNX -> OnnxReader.inspect(source, folder, ImportOptions.NONE);
            default -> {
                TensorFile file = tensors();
                Map<String, String> facts = new LinkedHashMap<>(file.metadata());
                yield new FileSummary(facts, List.copyOf(file.tensors().values()));
            }
        };
    }

    /// The tensors of a file that has nothing else: safetensors, npz or a state_dict.
    ///
    /// @throws ModelFileException when the file is damaged, or has something else
    public TensorFile tensors() {
        return switch (format) {
            case SAFETENSORS -> SafetensorsTensors.read(safetensors(), source);
            case PYTORCH -> TorchArchive.read(source);
            case NUMPY -> NpzReader.read(source);
            default -> throw refused();
        };
    }

    @Override
    public void close() {
        source.close();
    }

    private void requireForeign() {
        if (!isForeign()) {
            throw source.faults().unusable("a model of lstm4j already", "a model of another framework", "",
                    "use it as it is");
        }
    }

    private ModelFileException refused() {
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

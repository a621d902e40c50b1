package org.lstm4j.interop;

import java.nio.file.Path;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.keras.KerasWriter;
import org.lstm4j.interop.onnx.OnnxWriter;
import org.lstm4j.interop.pytorch.TorchExport;
import org.lstm4j.interop.source.JavaSource;
import org.lstm4j.nn.Sequential;

/// Writes networks for other frameworks.
public final class ModelExport {

    private static final String KERAS_ENDING = ".keras";

    private ModelExport() {}

    /// Writes the network; the old file is intact where that fails.
    ///
    /// @return how the other framework reads the file, in its own words; empty where that needs none
    /// @throws org.lstm4j.ConfigurationException when the format has not what a layer does; names it, and nothing is written
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public static String write(Sequential network, ExportFormat format, Path file) {
        return switch (format) {
            case SAFETENSORS -> {
                TorchExport export = TorchExport.of(network);
                export.write(file);
                yield export.python(file.toString());
            }
            case ONNX -> {
                OnnxWriter.write(network, file);
                yield String.format(Locale.ROOT, """
                        import onnxruntime

                        session = onnxruntime.InferenceSession("%s")
                        output, = session.run(["output"], {"input": x})  # float32 [batch, steps, features]
                        """, file);
            }
            case KERAS -> {
                KerasWriter.write(network, requireKerasName(file));
                yield String.format(Locale.ROOT, """
                        import keras

                        model = keras.models.load_model("%s")
                        """, file);
            }
            case JAVA -> {
                JavaSource source = JavaSource.of(network, JavaSource.classNameOf(file));
                source.write(file);
                yield source.call() + "\n";
            }
        };
    }

    /// Keras tells its formats by the ends of names.
    private static Path requireKerasName(Path file) {
        if (!file.toString().endsWith(KERAS_ENDING)) {
            throw new ConfigurationException(new Problem("Keras does not open a file of that name",
                    "a name that ends in " + KERAS_ENDING, file.toString(), "call it " + file + KERAS_ENDING));
        }
        return file;
    }
}

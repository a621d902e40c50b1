package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.lstm4j.interop.FileFormat;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.ModelInspection;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.SafetensorsReader;

/// What is in a file of another framework.
///
/// @param file that was read
/// @param inspection what it has
record InspectedForeign(Path file, ModelInspection inspection) {

    private static final int LINE = 160;

    /// Whether a file is another framework's: of a format that only others write, or a safetensors file without our version.
    static boolean isOne(Path file) {
        return switch (ModelImport.format(file)) {
            case UNKNOWN -> false;
            case SAFETENSORS -> {
                try (SafetensorsReader reader = SafetensorsReader.open(file)) {
                    yield reader.header().metadata().keySet().stream().noneMatch(name -> name.startsWith("lstm4j."));
                }
            }
            default -> true;
        };
    }

    void say(Console console) {
        FileFormat format = inspection.format();
        long numbers = inspection.summary().tensors().stream().mapToLong(StoredTensor::elements).sum();
        console.print(file + ": " + format.words() + ", " + inspection.summary().tensors().size() + " tensors, "
                + String.format(Locale.ROOT, "%,d", numbers) + " numbers");
        ObjectBuilder facts = JsonValue.object();
        inspection.summary().facts().forEach((name, text) -> {
            console.print(
                    "  " + Quoted.of(name) + ": " + (text.length() <= LINE ? text : text.substring(0, LINE) + " …")
                            .replaceAll("\\p{Cntrl}", " "));
            facts.put(name, text);
        });
        ObjectBuilder tensors = JsonValue.object();
        for (StoredTensor tensor : inspection.summary().tensors()) {
            console.print("  " + Quoted.of(tensor.name()) + " " + tensor.type() + " " + tensor.shape());
            tensors.put(tensor.name(), tensor.type() + " " + tensor.shape());
        }
        console.print(JsonValue.object()
                .put("file", file.toString())
                .put("format", format.words())
                .put("numbers", numbers)
                .put("facts", facts.build())
                .put("tensors", tensors.build())
                .build());
    }
}

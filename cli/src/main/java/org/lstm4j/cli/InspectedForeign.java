package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.lstm4j.interop.FileFormat;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.Quoted;

/// What is in a file of another framework.
///
/// @param file that was read
/// @param format of the file
/// @param summary what it has
record InspectedForeign(Path file, FileFormat format, FileSummary summary) {

    private static final int LINE = 160;

    void say(Console console) {
        long numbers = summary.tensors().stream().mapToLong(StoredTensor::elements).sum();
        console.print(file + ": " + format.words() + ", " + summary.tensors().size() + " tensors, "
                + String.format(Locale.ROOT, "%,d", numbers) + " numbers");
        ObjectBuilder facts = JsonValue.object();
        summary.facts().forEach((name, text) -> {
            console.print(
                    "  " + Quoted.of(name) + ": " + (text.length() <= LINE ? text : text.substring(0, LINE) + " …")
                            .replaceAll("\\p{Cntrl}", " "));
            facts.put(name, text);
        });
        ObjectBuilder tensors = JsonValue.object();
        for (StoredTensor tensor : summary.tensors()) {
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

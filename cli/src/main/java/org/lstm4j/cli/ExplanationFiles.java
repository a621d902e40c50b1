package org.lstm4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.report.ExplainPage;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.GateMaps;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.picture.GatesPicture;
import org.lstm4j.report.picture.HeatMapPicture;
import org.lstm4j.report.picture.LinePicture;
import org.lstm4j.report.picture.Picture;

/// The files that an explanation leaves in a folder: all numbers, a page, and its pictures.
///
/// | file | what |
/// |---|---|
/// | `explanation.json` | what `--json` says |
/// | `explanation.html` | the page |
/// | `attribution-1.png` … | columns by lag, first of the one forecast, then on average |
/// | `occlusion-1.png` … | what hiding a stretch of a column changes, a target each |
/// | `gradients.png` | how strongly the forecast feels each step |
/// | `gates-1.png` … | gates and states, a layer or direction each |
final class ExplanationFiles {

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    /// @param inputs what is read and must not be replaced
    /// @throws org.lstm4j.StorageException when the folder cannot be written to
    ExplanationFiles(Path folder, @Nullable Path... inputs) throws IOException {
        this.folder = folder;
        OutputPaths.makeFolder(folder);
        OutputPaths.reading(inputs).requireWritable(file("explanation.json"), file("explanation.html"));
    }

    /// @param explanation all that was found
    /// @param content the same for readers
    /// @return what was written
    List<Path> write(JsonObject explanation, ExplainContent content) {
        String text = Json.write(explanation) + "\n";
        Path numbers = file("explanation.json");
        AtomicFile.write(numbers, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        written.add(numbers);
        Path page = file("explanation.html");
        new ExplainPage(content).writeTo(page);
        written.add(page);
        writePictures(content);
        return List.copyOf(written);
    }

    private void writePictures(ExplainContent content) {
        int number = 0;
        for (HeatMapContent map : content.attributions().maps()) {
            number++;
            write("attribution-" + number, new HeatMapPicture(map));
        }
        number = 0;
        for (CurvesContent curves : content.attributions().bySteps()) {
            number++;
            write("occlusion-" + number, new LinePicture(curves));
        }
        content.gradients().forEach(curves -> write("gradients", new LinePicture(curves)));
        number = 0;
        for (GateMaps layer : content.gates()) {
            number++;
            write("gates-" + number, new GatesPicture(layer.layer(), layer.maps()));
        }
    }

    private void write(String name, Picture picture) {
        Path file = file(name + ".png");
        picture.writeTo(file);
        written.add(file);
    }

    private Path file(String name) {
        return folder.resolve(name).normalize();
    }
}

package org.lstm4j.cli.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A file of figures that comes with the program: lines of cells between commas, without quotes, under a header.
final class FigureFile {

    private FigureFile() {}

    /// The lines after the header.
    ///
    /// @param columns cells of every line
    /// @throws IllegalStateException when the file is not there or a line has other cells: the program is damaged
    static List<List<String>> read(String name, int columns) {
        try (InputStream stream = FigureFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            List<List<String>> lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            for (List<String> line : lines) {
                if (line.size() != columns) {
                    throw new IllegalStateException(
                            name + " has a line of " + line.size() + " cells instead of " + columns + ": " + line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

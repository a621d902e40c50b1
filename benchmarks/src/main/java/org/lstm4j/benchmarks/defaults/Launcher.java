package org.lstm4j.benchmarks.defaults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.json.Json;

/// Starts the program as somebody at a terminal does.
///
/// @param path such as `./lstm4j`
record Launcher(String path) {

    /// Trains, and reads what `--json` says of it.
    ///
    /// @param words after the launcher's name
    /// @throws DataException when training fails; it says what the program said
    /// @throws StorageException when the launcher cannot be started
    Figures train(List<String> words) {
        List<String> command = new ArrayList<>(List.of(path));
        command.addAll(words);
        long start = System.nanoTime();
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new DataException(new Problem("training failed", "exit code 0",
                        process.exitValue() + ": " + said.strip(), "run " + String.join(" ", command)));
            }
            return Figures.of(Json.parse(said).asObject(), (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw new StorageException(new Problem("'" + path + "' could not be started", "the launcher",
                    String.valueOf(e.getMessage()), "give the path of the launcher, such as ./lstm4j"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a training ran; run it again", e);
        }
    }
}

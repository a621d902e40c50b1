package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;

class CompletionCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("completion.bash"), Session.of("completion", "bash").out());
    }

    @Test
    void isValidBash() throws Exception {
        assertThat(bash("bash -n completion.bash")).isEmpty();
    }

    @Test
    void completesCommandsOptionsAndValues() throws Exception {
        assertThat(complete("lstm4j", "comp")).isEqualTo("completion");
        assertThat(complete("lstm4j", "completion", "--th")).isEqualTo("--threads");
        assertThat(complete("lstm4j", "completion", "-v", "z")).isEqualTo("zsh");
    }

    @Test
    void isTheSameForZshAndComesAsJsonToo() {
        assertThat(Session.of("completion", "zsh").out()).isEqualTo(Session.of("completion", "bash").out())
                .contains("bashcompinit");
        assertThat(Json.parse(Session.of("completion", "bash", "--json").out()).asObject().require("script").asText())
                .startsWith("#!/usr/bin/env bash");
    }

    /// What completes the last word. `compopt` complains that no completion is going
    /// on, which is true.
    private String complete(String... words) throws IOException, InterruptedException {
        return bash(". ./completion.bash; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_lstm4j 2> errors; echo \"${COMPREPLY[*]}\"").strip();
    }

    /// What bash says, on stdout and stderr.
    private String bash(String commands) throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "bash"))), "bash is not installed");
        Process bash = new ProcessBuilder("bash", "-c", commands).directory(folder.toFile()).redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return said;
    }
}

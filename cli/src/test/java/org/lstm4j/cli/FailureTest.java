package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.TrainingException;
import org.lstm4j.json.Json;

class FailureTest {

    private static final Problem PROBLEM = new Problem("what", "expected", "received", "fix");

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(new DataException(PROBLEM), 3),
                Arguments.of(new ConfigurationException(PROBLEM), 2),
                Arguments.of(new ModelFileException(PROBLEM), 4),
                Arguments.of(new StorageException(PROBLEM), 5),
                Arguments.of(new TrainingException(PROBLEM), 6),
                Arguments.of(new IOException("disk"), 5),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("a.csv")), 5),
                Arguments.of(new OutOfMemoryError("Java heap space"), 1),
                Arguments.of(new IllegalArgumentException("wrong call"), 1),
                Arguments.of(new StackOverflowError(), 1));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void hasTheExitCodeOfItsKind(Throwable thrown, int code) {
        assertThat(Failure.of(thrown).code().number()).isEqualTo(code);
    }

    @Test
    void keepsTheFourPartsInJson() {
        String json = Json.write(Failure.of(new DataException(PROBLEM)).toJson());

        assertThat(json).isEqualTo("{\"error\":{\"code\":3,\"what\":\"what\",\"expected\":\"expected\","
                + "\"received\":\"received\",\"fix\":\"fix\"}}");
    }

    @Test
    void namesTheFileThatFailed() {
        assertThat(what(new NoSuchFileException("a.csv"))).isEqualTo("cannot find 'a.csv'");
        assertThat(what(new AccessDeniedException("a.csv"))).contains("'a.csv'").contains("denied");
        assertThat(what(new FileSystemException("a.csv", null, "No space left on device")))
                .isEqualTo("cannot use 'a.csv': No space left on device");
        assertThat(Failure.of(new InvalidPathException("?.csv", "unmappable characters")))
                .isEqualTo(new Failure(ExitCode.STORAGE, Problem.of(
                        "'?.csv' cannot be a file name here: unmappable characters",
                        "check the name, or set a locale of UTF-8: LC_ALL=C.UTF-8")));
        assertThat(what(new FileNotFoundException("a.csv (Is a directory)"))).contains("a.csv (Is a directory)");
    }

    @Test
    void tellsHowToGiveMoreMemory() {
        assertThat(Failure.of(new OutOfMemoryError("Java heap space")).problem().fix())
                .contains("LSTM4J_JAVA_OPTS=-Xmx");
    }

    @Test
    void callsTheRestAFaultOfTheProgramAndPointsToTheStackTrace() {
        Failure failure = Failure.of(new IllegalStateException("impossible"));

        assertThat(failure.problem().what()).contains("IllegalStateException").contains("impossible");
        assertThat(failure.problem().fix()).contains("-v");
    }

    private static String what(IOException exception) {
        return Failure.of(exception).problem().what();
    }
}

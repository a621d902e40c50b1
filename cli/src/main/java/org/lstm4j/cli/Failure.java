package org.lstm4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Lstm4jException;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.TrainingException;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import picocli.CommandLine.ParameterException;

/// An error as the caller of the command meets it: an exit code and a problem in
/// four parts, whatever was thrown.
record Failure(ExitCode code, Problem problem) {

    private static final long MEGABYTE = 1L << 20;

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case Lstm4jException known -> new Failure(code(known), known.problem());
            case ParameterException usage -> new Failure(ExitCode.USAGE, UsageProblem.of(usage));
            case UncheckedIOException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case IOException storage -> new Failure(ExitCode.STORAGE, storage(storage));
            case InvalidPathException path -> new Failure(ExitCode.STORAGE, path(path));
            case OutOfMemoryError memory -> new Failure(ExitCode.FAULT, outOfMemory(memory));
            default -> new Failure(ExitCode.FAULT, fault(thrown));
        };
    }

    /// `{"error":{"code":…,"what":…,"expected":…,"received":…,"fix":…}}`, where code
    /// is the exit code.
    JsonObject toJson() {
        return JsonValue.object().put("error", errorJson()).build();
    }

    /// `{"code":…,"what":…,"expected":…,"received":…,"fix":…}`, where code is the exit code.
    JsonObject errorJson() {
        return JsonValue.object()
                .put("code", code.number())
                .put("what", problem.what())
                .put("expected", problem.expected())
                .put("received", problem.received())
                .put("fix", problem.fix())
                .build();
    }

    private static ExitCode code(Lstm4jException exception) {
        return switch (exception) {
            case DataException _ -> ExitCode.DATA;
            case ConfigurationException _ -> ExitCode.USAGE;
            case ModelFileException _ -> ExitCode.MODEL_FILE;
            case StorageException _ -> ExitCode.STORAGE;
            case TrainingException _ -> ExitCode.TRAINING;
        };
    }

    private static Problem storage(IOException exception) {
        return switch (exception) {
            case NoSuchFileException missing -> Problem.of("cannot find '" + missing.getFile() + "'", "check the path");
            case AccessDeniedException denied -> Problem.of(
                    "access to '" + denied.getFile() + "' is denied", "check its permissions, or use another folder");
            case FileSystemException failed -> Problem.of(
                    "cannot use '" + failed.getFile() + "': " + reason(failed), "check the path and the free space");
            default -> Problem.of(
                    "reading or writing failed: " + exception.getMessage(), "check the file and the free space");
        };
    }

    /// Java turns what a locale does not know into question marks, under which no file is found.
    private static Problem path(InvalidPathException exception) {
        return Problem.of("'" + exception.getInput() + "' cannot be a file name here: " + exception.getReason(),
                "check the name, or set a locale of UTF-8: LC_ALL=C.UTF-8");
    }

    /// The reason alone; Java's message repeats the file name before it.
    private static String reason(FileSystemException exception) {
        return exception.getReason() != null ? exception.getReason() : exception.getClass().getSimpleName();
    }

    private static Problem outOfMemory(OutOfMemoryError error) {
        long limit = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return Problem.of("memory ran out (" + error.getMessage() + "); the limit is " + limit + " MB",
                "raise it with LSTM4J_JAVA_OPTS=-Xmx" + 2 * limit + "m, or use a smaller batch size or less data");
    }

    private static Problem fault(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return Problem.of("internal error: " + thrown.getClass().getSimpleName() + message,
                "this is a fault of lstm4j; run again with -v for the stack trace and report it");
    }
}

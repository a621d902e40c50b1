package org.lstm4j.cli.accuracy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// The folder in which the files of protocols lie, as they are or compressed: `ETTh1.csv` or `ETTh1.csv.gz`.
public final class DataFolder {

    private final Path path;

    /// @throws StorageException when there is no such folder
    public DataFolder(Path path) {
        if (!Files.isDirectory(path)) {
            throw new StorageException(new Problem(
                    Files.exists(path) ? "'" + path + "' is no folder" : "there is no folder '" + path + "'",
                    "the folder that holds the data files of the protocols", "'" + path + "'",
                    "check the path; docs/accuracy.md says which files belong there"));
        }
        this.path = path;
    }

    /// The path it was made with.
    public Path path() {
        return path;
    }

    /// Where a file lies, if it does.
    Optional<Path> find(String file) {
        return List.of(file, file + ".gz").stream().map(path::resolve).filter(Files::isRegularFile).findFirst();
    }

    /// Where a file lies.
    Path require(String file) {
        return find(file).orElseThrow(() -> new StorageException(Problem.of(
                "'" + file + "' is no longer in '" + path + "'", "put it back")));
    }

    /// The files of a protocol that are not there.
    public List<String> missing(Protocol protocol) {
        return protocol.data().files().stream().filter(file -> find(file).isEmpty()).toList();
    }

    /// Refuses protocols that were asked for and cannot run.
    ///
    /// @throws StorageException naming the file that is missing and the protocols that could run
    public void requireFiles(List<Protocol> asked) {
        for (Protocol protocol : asked) {
            List<String> missing = missing(protocol);
            if (!missing.isEmpty()) {
                throw new StorageException(new Problem(
                        protocol.name() + " needs " + String.join(" and ", missing) + " in '" + path + "'",
                        String.join(", ", protocol.data().files()) + ", each also as .gz", "no such file",
                        "bring it; " + whatCouldRun()));
            }
        }
    }

    /// Refuses a folder in which no protocol finds its files.
    ///
    /// @throws StorageException when none does
    public void requireSomething() {
        if (runnable().isEmpty()) {
            throw new StorageException(new Problem("'" + path + "' has the files of no protocol",
                    "files such as " + String.join(", ", Protocols.all().getFirst().data().files()), "none of them",
                    "check the path; docs/accuracy.md says which files belong there"));
        }
    }

    private String whatCouldRun() {
        List<String> names = runnable();
        return names.isEmpty()
                ? "the folder has the files of no protocol"
                : "with the files there, these can run: " + String.join(", ", names);
    }

    private List<String> runnable() {
        return Protocols.all().stream().filter(protocol -> missing(protocol).isEmpty()).map(Protocol::name).toList();
    }
}

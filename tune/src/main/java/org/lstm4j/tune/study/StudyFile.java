package org.lstm4j.tune.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.tune.Journal;
import org.lstm4j.tune.study.StudyIdentity.Difference;

/// One SQLite file that keeps at most one tuning study and any number of training runs.
///
/// {@snippet :
/// try (StudyFile file = StudyFile.open(Path.of("sales.db"))) {
///     Journal journal = file.journal(identity); // goes on where an earlier run of the same study has ended
/// }
/// }
///
/// Each trial, result and run is on the disk when the method that records it returns; a process that is killed loses nothing of that, and
/// the file stays sound. When all who use it have closed it, it is a single file. Several processes may add runs and look at it at the same
/// time; one at a time may tune. Rows are checked against checksums, and every value against what is possible, when they are read.
///
/// All methods throw [ModelFileException] where the file is damaged, and [StorageException] where it cannot be read or written. Not safe
/// for use by several threads.
public final class StudyFile implements AutoCloseable {

    private final Path file;
    private final StudyDatabase database;
    private @Nullable TuningLock lock;

    private StudyFile(Path file, StudyDatabase database) {
        this.file = file;
        this.database = database;
    }

    /// Opens a file, or makes it; one of no bytes counts as new.
    ///
    /// @throws ModelFileException when it is something else than a study file
    /// @throws StorageException when it cannot be read or written
    public static StudyFile open(Path file) {
        requireFile(file);
        requireWritable(file);
        return checked(new StudyFile(file, StudyDatabase.forWriting(file)), StudyFile::createOrCheck);
    }

    /// Opens a file to look at it; nothing can be recorded.
    ///
    /// @throws ModelFileException when it is something else than a study file
    /// @throws StorageException when it does not exist or cannot be read
    public static StudyFile openExisting(Path file) {
        requireFile(file);
        if (!Files.exists(file)) {
            throw new StudyFaults(file).missing();
        }
        return checked(new StudyFile(file, StudyDatabase.forReading(file)),
                study -> new StudySchema(study.database).check());
    }

    /// Makes sure that [#open] will do, without making a file: to be asked before work whose outcome is to be kept.
    ///
    /// @throws ModelFileException when it is something else than a study file
    /// @throws StorageException when it cannot be read or written
    public static void requireUsable(Path file) {
        requireFile(file);
        requireWritable(file);
        if (Files.exists(file)) {
            open(file).close();
        }
    }

    /// The journal of the study in this file, which is begun if there is none. From now on no other process may tune with the file, until
    /// this is closed.
    ///
    /// @throws ConfigurationException when the file holds another study
    /// @throws StorageException when another process is tuning with the file
    /// @throws IllegalStateException when there is a journal already
    public Journal journal(StudyIdentity identity) {
        if (lock != null) {
            throw new IllegalStateException("the journal of this file was taken already");
        }
        lock = TuningLock.acquire(file);
        StudyTables tables = new StudyTables(database);
        database.atOnce(() -> tables.identity().ifPresentOrElse(
                kept -> requireSame(kept, identity), () -> tables.add(identity)));
        return new StudyJournal(tables);
    }

    /// The tuning study, if there is one.
    public Optional<StoredStudy> study() {
        StudyTables tables = new StudyTables(database);
        return tables.identity().map(identity -> new StoredStudy(identity, tables.trials()));
    }

    /// Keeps a training run.
    ///
    /// @return the run with its number
    public StoredRun add(RunLabel label, RunResult result) {
        return new RunTable(database).add(label, result);
    }

    /// The training runs, by id.
    public List<StoredRun> runs() {
        return new RunTable(database).all();
    }

    @Override
    public void close() {
        try (TuningLock _ = lock) {
            database.close();
        }
    }

    private void createOrCheck() {
        StudySchema schema = new StudySchema(database);
        database.atOnce(() -> {
            if (schema.isMissing()) {
                schema.create();
            }
        });
        schema.check();
        database.useRollbackJournal();
        if (Files.exists(file.resolveSibling(file.getFileName() + "-journal"))) {
            schema.touch(); // of a process that was killed as it began to write: the next one to write deletes it
        }
    }

    private void requireSame(StudyIdentity kept, StudyIdentity asked) {
        List<Difference> differences = kept.differencesFrom(asked);
        if (differences.isEmpty()) {
            return;
        }
        String names = differences.stream().map(Difference::name).collect(Collectors.joining(", "));
        boolean otherData = differences.getFirst().name().equals("data");
        throw new ConfigurationException(new Problem(
                otherData
                        ? "the study in '" + file + "' was made with other data"
                        : "the study in '" + file + "' was made with another " + names,
                differences.stream().map(one -> one.name() + " " + one.one()).collect(Collectors.joining(", ")),
                differences.stream().map(one -> one.name() + " " + one.other()).collect(Collectors.joining(", ")),
                "repeat what the study was made with to go on with it, or give another file name to begin a new one"));
    }

    private static StudyFile checked(StudyFile file, Consumer<StudyFile> check) {
        boolean sound = false;
        try {
            check.accept(file);
            sound = true;
            return file;
        } finally {
            if (!sound) {
                file.close();
            }
        }
    }

    private static void requireFile(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new StudyFaults(file).notAStudy("a file", Files.isDirectory(file) ? "a folder" : "a device or pipe");
        }
    }

    private static void requireWritable(Path file) {
        StudyFaults faults = new StudyFaults(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw faults.noFolder(file.toAbsolutePath().resolveSibling(""));
        }
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw faults.readOnly();
        }
    }
}

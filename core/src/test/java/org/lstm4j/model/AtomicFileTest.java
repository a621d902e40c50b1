package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.StorageException;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void makesAndReplacesFiles() throws IOException {
        Path file = folder.resolve("f.csv");
        AtomicFile.write(file, text("one"));
        assertThat(file).hasContent("one");
        AtomicFile.write(file, text("two"));
        assertThat(file).hasContent("two");
        AtomicFile.write(file, _ -> {});
        assertThat(file).isEmptyFile();
        assertThat(names()).containsExactly("f.csv");
    }

    @Test
    void writesMoreThanItsBuffer() {
        Path file = folder.resolve("f.csv");
        AtomicFile.write(file, text("0123456789".repeat(100_000)));
        assertThat(file).hasSize(1_000_000);
    }

    @ParameterizedTest
    @EnumSource(names = "FORCE_FOLDER", mode = EnumSource.Mode.EXCLUDE)
    void keepsTheOldFileAndNothingElseWhenAnyStepFails(Step step) throws IOException {
        Path file = folder.resolve("f.csv");
        AtomicFile.write(file, text("old"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> AtomicFile.write(file, text("new".repeat(100_000)), new FailingDisk(step)))
                .withMessageContaining(file.toString())
                .withMessageContaining("No space left on device")
                .withMessageMatching(".* [0-9]+ ([KMGT]iB|bytes) free; free some space.*");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("f.csv");
    }

    @ParameterizedTest
    @EnumSource(names = "FORCE_FOLDER", mode = EnumSource.Mode.EXCLUDE)
    void leavesNothingWhenAFirstWriteFails(Step step) throws IOException {
        Path file = folder.resolve("f.csv");
        assertThatThrownBy(() -> AtomicFile.write(file, text("new"), new FailingDisk(step)))
                .isInstanceOf(StorageException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void saysWhenTheFolderMayForgetTheFile() {
        Path file = folder.resolve("f.csv");
        assertThatThrownBy(() -> AtomicFile.write(file, text("new"), new FailingDisk(Step.FORCE_FOLDER)))
                .isInstanceOf(StorageException.class).hasMessageContaining("wrote " + file);
        assertThat(file).hasContent("new");
    }

    @Test
    void passesOnWhatTheContentThrowsAndCleansUp() throws IOException {
        Path file = folder.resolve("f.csv");
        AtomicFile.write(file, text("old"));
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IllegalStateException("no more rows");
        })).isInstanceOf(IllegalStateException.class).hasMessage("no more rows");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("f.csv");
    }

    @Test
    void saysWhatToDoAboutFoldersAndPermissions() {
        assertThatThrownBy(() -> AtomicFile.write(folder, text("x"))).isInstanceOf(StorageException.class)
                .hasMessageContaining("received a folder");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/f.csv"), text("x")))
                .isInstanceOf(StorageException.class).hasMessageContaining("create the folder first");
        Disk forbidding = new Disk() {
            @Override
            FileChannel create(Path file) throws IOException {
                throw new AccessDeniedException(file.toString());
            }
        };
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("f.csv"), text("x"), forbidding))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("permission denied").hasMessageContaining("that you may write to");
    }

    @Test
    void replacesWhatALinkPointsTo() throws IOException {
        Path file = folder.resolve("f.csv");
        Path link = folder.resolve("link.csv");
        AtomicFile.write(file, text("old"));
        try {
            Files.createSymbolicLink(link, Path.of("f.csv"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no symbolic links here: " + e);
        }
        AtomicFile.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void makesWhatALinkPointsToButIsNotThereYet() throws IOException {
        Path link = folder.resolve("link.csv");
        try {
            Files.createSymbolicLink(link, Path.of("f.csv"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no symbolic links here: " + e);
        }
        AtomicFile.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("f.csv")).hasContent("new");
    }

    /// What a killed process left a day ago goes; what another may be writing just now, and what is not ours, stays.
    @Test
    void deletesWhatAKilledProcessLeftLongAgo() throws IOException {
        FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (String name : List.of(".lstm4j-old.tmp", ".lstm4j-now.tmp", "old.tmp")) {
            Files.writeString(folder.resolve(name), "half a mod");
        }
        Files.setLastModifiedTime(folder.resolve(".lstm4j-old.tmp"), twoDaysAgo);
        Files.setLastModifiedTime(folder.resolve("old.tmp"), twoDaysAgo);
        AtomicFile.write(folder.resolve("f.csv"), text("new"));
        assertThat(names()).containsExactly(".lstm4j-now.tmp", "f.csv", "old.tmp");
    }

    @Test
    void keepsPermissions() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "not a POSIX system");
        Path file = folder.resolve("f.csv");
        AtomicFile.write(file, text("old"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        AtomicFile.write(file, text("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
    }

    @Test
    void completesOnAnInterruptedThread() {
        Path file = folder.resolve("f.csv");
        Thread.currentThread().interrupt();
        AtomicFile.write(file, text("best weights so far"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("best weights so far");
    }

    /// The system's own words, from a device that is always full.
    @Test
    void reportsAFullDevice() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full) && !Files.isRegularFile(full), "no /dev/full here");
        assertThatThrownBy(() -> AtomicFile.write(full, text("x"))).isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot write /dev/full");
        assertThat(Files.exists(full)).isTrue();
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /// What a disk does for a file, in order.
    enum Step {
        CREATE, WRITE, FORCE, REPLACE, FORCE_FOLDER
    }

    /// A disk that is full from one step on.
    private static final class FailingDisk extends Disk {

        private final Step failing;

        FailingDisk(Step failing) {
            this.failing = failing;
        }

        @Override
        FileChannel create(Path file) throws IOException {
            check(Step.CREATE);
            return super.create(file);
        }

        @Override
        OutputStream stream(FileChannel file) {
            return new FilterOutputStream(super.stream(file)) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    out.write(bytes, from, count / 2); // a short write comes before the error
                    check(Step.WRITE);
                    out.write(bytes, from + count / 2, count - count / 2);
                }
            };
        }

        @Override
        void force(FileChannel file) throws IOException {
            check(Step.FORCE);
            super.force(file);
        }

        @Override
        void replace(Path temporary, Path target) throws IOException {
            check(Step.REPLACE);
            super.replace(temporary, target);
        }

        @Override
        void forceFolder(Path directory) throws IOException {
            check(Step.FORCE_FOLDER);
            super.forceFolder(directory);
        }

        private void check(Step step) throws IOException {
            if (step == failing) {
                throw new IOException("No space left on device");
            }
        }
    }
}

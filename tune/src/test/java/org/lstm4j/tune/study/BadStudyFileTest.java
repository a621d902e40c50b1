package org.lstm4j.tune.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.Lstm4jException;
import org.lstm4j.ModelFileException;
import org.lstm4j.StorageException;
import org.lstm4j.tune.Journal;

/// Whatever is wrong with a file gets an error of ours with what to do, both when it is looked at and when it would be written to.
class BadStudyFileTest {

    private static final String NAME_ANOTHER = "; give the name of a file that --study made, or a new name";
    private static final String REPLACE = "; take the file from a backup, or give another name to begin a new one";

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void write() {
        try (StudyFile study = StudyFile.open(once.resolve("sound.db"))) {
            Journal journal = study.journal(StudySamples.identity());
            for (int number = 1; number <= 20; number++) {
                journal.record(StudySamples.trial(number));
                journal.record(StudySamples.result(number, 0));
                study.add(StudySamples.label("run " + number), StudySamples.run(number));
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(once.resolve("sound.db"), folder.resolve("s.db"));
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);
        assertRefused(ModelFileException.class, "'" + file
                + "' is not a study file; expected a SQLite database; received something else" + NAME_ANOTHER);
        Files.writeString(file, "time,load\n1,2\n");
        assertRefused(ModelFileException.class, "'" + file
                + "' is not a study file; expected a SQLite database; received something else" + NAME_ANOTHER);
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws Exception {
        Files.delete(file);
        sql("CREATE TABLE run (id INTEGER)");
        byte[] before = Files.readAllBytes(file);

        assertRefused(ModelFileException.class, "'" + file + "' is not a study file; expected a database of lstm4j; "
                + "received a SQLite database of another program" + NAME_ANOTHER);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void refusesANewerFormat() throws Exception {
        sql("PRAGMA user_version = 2");

        assertRefused(ModelFileException.class, "'" + file
                + "' was written by a newer lstm4j; expected a study file of "
                + "format 1 at most; received format 2; use that newer version, or give another name to begin a new file");
    }

    @Test
    void refusesAFormatThatNeverWas() throws Exception {
        sql("PRAGMA user_version = 0");
        assertRefused(ModelFileException.class, "'" + file + "' is damaged: there is no format 0" + REPLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study", "rung_result", "run"})
    void refusesAFileWithoutOneOfItsTables(String table) throws Exception {
        sql("DROP TABLE " + table);
        assertRefused(ModelFileException.class,
                "'" + file + "' is damaged: its table '" + table + "' is missing" + REPLACE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    ALTER TABLE run ADD COLUMN more TEXT                                       | its table 'run' has other columns than it should
                    CREATE VIEW more AS SELECT 1                                               | it has 1 tables, views or triggers too many
                    CREATE TRIGGER more AFTER INSERT ON run BEGIN DELETE FROM trial; END       | it has 1 tables, views or triggers too many
                    UPDATE run SET content = replace(content, '0.5', '0.6') WHERE id = 7       | row 7 of its table 'run' has changed
                    UPDATE trial SET number = 99 WHERE number = 20                             | row 99 of its table 'trial' has changed
                    UPDATE rung_result SET error = '0.1' WHERE trial = 3                       | row 3 of its table 'rung_result' has changed
                    UPDATE rung_result SET rung = 2 WHERE trial = 3                            | row 3 of its table 'rung_result' has changed
                    DELETE FROM trial WHERE number = 20                                        | it has results of trials it does not have
                    UPDATE study SET checksum = 0                                              | row 1 of its table 'study' has changed
                    """)
    void refusesContentThatNobodyOfOursWrote(String statement, String damage) throws Exception {
        sql(statement);

        assertThatThrownBy(() -> readAll(file)).isInstanceOf(ModelFileException.class)
                .hasMessage("'" + file + "' is damaged: " + damage + REPLACE);
    }

    /// With a checksum that is right.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                  | not valid JSON
            []                                 | expected an object
            {"name":"a"}                       | member 'made' is missing
            {"name":"a","made":"yesterday"}    | 'yesterday' is no instant
            {"name":3}                         | expected a text, but found 3
            """)
    void refusesRunsThatCannotBe(String content, String reason) throws Exception {
        sql("UPDATE run SET content = '" + content + "', checksum = " + RowChecksum.of("run", 4, content)
                + " WHERE id = 4");

        assertThatThrownBy(() -> readAll(file)).isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith("'" + file + "' is damaged: row 4 of its table 'run': ")
                .hasMessageContaining(reason).hasMessageEndingWith(REPLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "a lot", ""})
    void refusesErrorsThatCannotBe(String error) throws Exception {
        sql("UPDATE rung_result SET error = '" + error + "', details = '{}', seconds = '1.0', checksum = "
                + RowChecksum.of("rung_result", 5, 0, error, "{}", "1.0") + " WHERE trial = 5");

        assertThatThrownBy(() -> readAll(file)).isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith("'" + file + "' is damaged: row 5 of its table 'rung_result': ");
    }

    @Test
    void refusesNestingWithoutEnd() throws Exception {
        String content = "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        sql("UPDATE run SET content = '" + content + "', checksum = " + RowChecksum.of("run", 4, content)
                + " WHERE id = 4");
        assertThatThrownBy(() -> readAll(file)).isInstanceOf(ModelFileException.class);
    }

    /// Nothing wrong goes unnoticed: after a flip of any bit a file is refused, or says what it said before.
    @Test
    void noticesFlippedBits() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        List<Object> content = readAll(file);
        Random random = new Random(42);
        int refused = 0;
        for (int trial = 0; trial < 1500; trial++) {
            byte[] flipped = sound.clone();
            // the first of them in the header and the schema, where each byte means something
            int place = trial < 300 ? random.nextInt(1200) : random.nextInt(sound.length);
            flipped[place] ^= (byte) (1 << random.nextInt(8));
            refused += isRefused(flipped, content) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void noticesTruncation() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        List<Object> content = readAll(file);
        for (int length = 1; length < sound.length; length += 509) {
            assertThat(isRefused(Arrays.copyOf(sound, length), content)).as("%d bytes", length).isTrue();
        }
        assertThat(isRefused(new byte[0], content)).isTrue();
        assertRefusedWhenRead(ModelFileException.class, "'" + file + "' is not a study file; expected a file that was "
                + "written to; received an empty file" + NAME_ANOTHER);
    }

    @Test
    void refusesFoldersAndDevices() {
        file = folder;
        assertRefused(ModelFileException.class,
                "'" + folder + "' is not a study file; expected a file; received a folder" + NAME_ANOTHER);
        file = Path.of("/dev/null");
        assumeTrue(Files.exists(file), "there is no /dev/null here");
        assertRefused(ModelFileException.class,
                "'/dev/null' is not a study file; expected a file; received a device or pipe" + NAME_ANOTHER);
    }

    @Test
    void saysThatAFileOrItsFolderIsMissing() {
        Path missing = folder.resolve("nowhere").resolve("s.db");
        assertThatThrownBy(() -> StudyFile.open(missing)).isInstanceOf(StorageException.class)
                .hasMessage("the folder of '" + missing + "' does not exist; make it first: mkdir -p '"
                        + missing.getParent() + "'");
        assertThatThrownBy(() -> StudyFile.openExisting(missing)).isInstanceOf(StorageException.class)
                .hasMessage("'" + missing
                        + "' does not exist; check the name and the folder; 'train --study' makes one");
        assertThat(missing).doesNotExist();
    }

    @Test
    void saysThatAFolderCannotBeWrittenToAndReadsThereAllTheSame() {
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "this user may write everywhere");
        try {
            assertThatThrownBy(() -> StudyFile.requireUsable(file)).isInstanceOf(StorageException.class)
                    .hasMessage("'" + file + "' cannot be written to; "
                            + "check the permissions of the file and of its folder, or use another");
            assertThat(readAll(file)).hasSize(21);
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    private void assertRefused(Class<? extends Lstm4jException> kind, String message) {
        assertRefusedWhenRead(kind, message);
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> StudyFile.open(file).close(), () -> StudyFile.requireUsable(file))) {
            assertThatThrownBy(use).isInstanceOf(kind).hasMessage(message);
        }
    }

    private void assertRefusedWhenRead(Class<? extends Lstm4jException> kind, String message) {
        assertThatThrownBy(() -> readAll(file)).isInstanceOf(kind).hasMessage(message);
    }

    private boolean isRefused(byte[] bytes, List<Object> content) throws IOException {
        Files.write(file, bytes);
        try {
            assertThat(readAll(file)).isEqualTo(content);
            return false;
        } catch (ModelFileException | StorageException refusal) {
            assertThat(refusal.problem().fix()).isNotEmpty();
            return true;
        }
    }

    private static List<Object> readAll(Path file) {
        try (StudyFile study = StudyFile.openExisting(file)) {
            List<Object> all = new ArrayList<>(study.runs());
            all.add(study.study());
            return all;
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}

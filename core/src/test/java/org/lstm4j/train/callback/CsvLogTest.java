package org.lstm4j.train.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.StorageException;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.LambdaCallback;
import org.lstm4j.train.SmallFit;

class CsvLogTest {

    private final SmallFit small = new SmallFit();
    private final FitOptions validated = FitOptions.epochs(3).withValidation(small.validation())
            .withValidationFrequency(2);

    @TempDir
    private Path folder;

    @Test
    void hasARowForEveryEpochAndAnEmptyFieldForWhatItLacks() throws IOException {
        Path file = folder.resolve("log.csv");
        List<History.Epoch> epochs = small.model().fit(small.training(), validated, CsvLog.replacing(file)).epochs();
        assertThat(Files.readString(file)).isEqualTo("epoch,loss,val_loss,learning_rate\r\n"
                + "1," + epochs.get(0).loss() + ",,0.01\r\n"
                + "2," + epochs.get(1).loss() + "," + epochs.get(1).validationLoss() + ",0.01\r\n"
                + "3," + epochs.get(2).loss() + ",,0.01\r\n");
    }

    @Test
    void aRowIsThereOnceItsEpochIsOver() {
        Path file = folder.resolve("log.csv");
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(3), CsvLog.replacing(file),
                LambdaCallback.none().withEpochEnd((epoch, control) -> {
                    if (epoch.epoch() == 2) {
                        throw new IllegalStateException("stopped");
                    }
                }))).hasMessage("stopped");
        assertThat(file).content().hasLineCount(3);
    }

    @Test
    void writesOnAnInterruptedThread() {
        Path file = folder.resolve("log.csv");
        Thread.currentThread().interrupt();
        small.model().fit(small.training(), FitOptions.epochs(1), CsvLog.replacing(file));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).content().hasLineCount(2);
    }

    @Test
    void numbersKnowNoLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Path file = folder.resolve("log.csv");
            small.model().fit(small.training(), FitOptions.epochs(1), CsvLog.replacing(file));
            assertThat(Files.readString(file)).matches("epoch,loss,learning_rate\r\n1,[0-9.E-]+,0\\.01\r\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void replacesWhatWasThere() {
        Path file = folder.resolve("log.csv");
        small.model().fit(small.training(), FitOptions.epochs(3), CsvLog.replacing(file));
        small.model().fit(small.training(), FitOptions.epochs(1), CsvLog.replacing(file));
        assertThat(file).content().hasLineCount(2);
    }

    @Test
    void appendsTheRowsOfAResumedRun() throws IOException {
        Path whole = folder.resolve("whole.csv");
        new SmallFit().model().fit(small.training(), FitOptions.epochs(4), CsvLog.replacing(whole));
        Path parts = folder.resolve("parts.csv");
        var model = small.model();
        model.fit(small.training(), FitOptions.epochs(2), CsvLog.appending(parts));
        model.fit(small.training(), FitOptions.epochs(4).withInitialEpoch(3), CsvLog.appending(parts));
        assertThat(Files.readString(parts)).isEqualTo(Files.readString(whole));
    }

    @Test
    void beginsANewLineAfterARowThatWasCutOff() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "epoch,loss,learning_rate\r\n1,0.2");
        small.model().fit(small.training(), FitOptions.epochs(2).withInitialEpoch(2), CsvLog.appending(file));
        assertThat(Files.readString(file)).startsWith("epoch,loss,learning_rate\r\n1,0.2\r\n2,");
    }

    @Test
    void refusesToAppendToOtherColumns() {
        Path file = folder.resolve("log.csv");
        small.model().fit(small.training(), FitOptions.epochs(1), CsvLog.replacing(file));
        assertThatThrownBy(() -> small.model().fit(small.training(), validated, CsvLog.appending(file)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("epoch,loss,val_loss,learning_rate")
                .hasMessageContaining("CsvLog.replacing");
        assertThat(file).content().hasLineCount(2);
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        Path file = folder.resolve("missing").resolve("log.csv");
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1), CsvLog.replacing(file)))
                .isInstanceOf(StorageException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("cannot write " + file)
                .hasMessageContaining("no such file or folder")
                .hasMessageContaining("create the folder first");
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1), CsvLog.replacing(folder)))
                .isInstanceOf(StorageException.class).hasMessageContaining("cannot write " + folder);
    }
}

package org.lstm4j.interop.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lstm4j.interop.Damage;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.MappingFile;

class DamagedKerasTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/lstm4j/interop/keras");

    @Test
    void readsOrRefusesADamagedModel() throws IOException {
        Damage damage = new Damage(Files.readAllBytes(FOLDER.resolve("simple_rnn.h5")),
                source -> KerasReader.read(source, ImportOptions.NONE));

        damage.cuts(211);
        damage.flips(211);
    }

    @Test
    void readsOrRefusesADamagedArchive() throws IOException {
        Damage damage = new Damage(Files.readAllBytes(FOLDER.resolve("simple_rnn.keras")), source -> {
            KerasReader.inspect(source);
            KerasReader.read(source, ImportOptions.NONE);
        });

        damage.cuts(211);
        damage.flips(211);
    }

    @Test
    void readsOrRefusesDamagedWeights() throws IOException {
        ImportOptions options = ImportOptions.NONE
                .withMapping(new MappingFile("mapping.json", KerasReaderTest.config("simple_rnn")));
        Damage damage = new Damage(Files.readAllBytes(FOLDER.resolve("simple_rnn.weights.h5")),
                source -> KerasReader.read(source, options));

        damage.cuts(211);
        damage.flips(211);
    }
}

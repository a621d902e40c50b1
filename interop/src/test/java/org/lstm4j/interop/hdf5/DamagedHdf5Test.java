package org.lstm4j.interop.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.interop.Damage;

class DamagedHdf5Test {

    private static final Path FOLDER = Path.of("src/test/resources/org/lstm4j/interop/hdf5");

    @ParameterizedTest
    @CsvSource({"small.h5, 5", "small_latest.h5, 1"})
    void readsOrRefusesWhateverIsDamaged(String file, int step) throws IOException {
        Damage damage = new Damage(Files.readAllBytes(FOLDER.resolve(file)), source -> Hdf5File.read(source)
                .datasets().forEach(dataset -> dataset.tensor().floats()));

        damage.cuts(step);
        damage.flips(step);
    }
}

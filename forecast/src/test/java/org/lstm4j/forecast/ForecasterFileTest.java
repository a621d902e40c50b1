package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;

class ForecasterFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h", "30min", "D", "W", "M", "step"})
    void aForecasterReadAgainForecastsTheSameBytes(String frequency) throws IOException {
        TimeSeries series = series(frequency);
        Forecaster forecaster = train(series);
        Path file = folder.resolve("m.lstm4j");
        ForecasterFile.of(forecaster).write(file);

        Forecaster again = ForecasterFile.read(file);

        assertThat(again.forecast(series, 4, Compute.shared()))
                .isEqualTo(forecaster.forecast(series, 4, Compute.shared()));
        assertThat(again.evaluate(List.of(series), Compute.shared()))
                .isEqualTo(forecaster.evaluate(List.of(series), Compute.shared()));
        Path copy = folder.resolve("copy.lstm4j");
        ForecasterFile.of(again).write(copy);
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }

    @Test
    void refusesAFileThatIsNoForecaster() {
        Forecaster forecaster = train(series("h"));
        ModelFile bare = ModelFile.of(forecaster.network());
        assertThatThrownBy(() -> ForecasterFile.of(bare))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("it holds a network alone");
    }

    @Test
    void refusesPartsThatContradictEachOther() {
        ModelFile file = ForecasterFile.of(train(series("h")));
        JsonValue.ObjectBuilder other = JsonValue.object();
        file.section(ForecasterFile.SECTION, JsonValue::asObject).members().forEach(other::put);
        JsonValue.ObjectBuilder windows = JsonValue.object();
        file.section(ForecasterFile.SECTION, JsonValue::asObject).require("windows").asObject().members()
                .forEach(windows::put);
        windows.put("lookback", 7).put("least_history", 7);
        other.put("windows", windows.build());
        assertThatThrownBy(() -> ForecasterFile.of(file.with(ForecasterFile.SECTION, other.build())))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("inputs should be");
    }

    private static Forecaster train(TimeSeries series) {
        ForecastSettings settings = ForecastSettings.horizon(4, "load")
                .withScaling(Scaling.ROBUST)
                .withWindowScaling(WindowScaling.REVIN)
                .withOptimization(OptimizationSettings.standard().withEpochs(1));
        return new ForecastTrainer(settings, Compute.shared()).train(List.of(series))
                .forecaster();
    }

    private static TimeSeries series(String frequency) {
        double[] load = new double[200];
        for (int step = 0; step < load.length; step++) {
            load[step] = 50 + 10 * StrictMath.sin(step * 0.5) + step % 3;
        }
        Timeline timeline = frequency.equals("step")
                ? Timeline.ofSteps()
                : Timeline.of(0, Frequency.parse(frequency), java.time.ZoneOffset.UTC);
        return TimeSeries.ofColumn(timeline, "load", load);
    }
}

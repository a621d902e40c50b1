package org.lstm4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Packages depend on each other in one direction.
class CyclesTest {

    /// What preparation and forecasting both speak of. These types live in the package `forecast`, where users look for them,
    /// but are a layer of their own below `forecast.prepare`.
    private static final List<String> SERIES = List.of("TimeSeries", "Timeline", "Frequency", "FrequencyText");

    @Test
    void packagesOfCoreFormNoCircle() {
        Cycles.forbiddenIn(Module.CORE, Cycles::packageOf)
                .holdsForAtLeast(100)
                .isBrokenBy(
                        Set.of(planted.org.lstm4j.tensor.KnowsJson.class, planted.org.lstm4j.json.KnowsTensors.class),
                        "Cycle detected");
    }

    @Test
    void packagesOfForecastFormNoCircle() {
        Cycles.forbiddenIn(Module.FORECAST, CyclesTest::layerOfForecast)
                .holdsForAtLeast(80)
                .isBrokenBy(
                        Set.of(
                                planted.org.lstm4j.forecast.metrics.KnowsPreparation.class,
                                planted.org.lstm4j.forecast.prepare.KnowsMetrics.class),
                        "Cycle detected");
    }

    private static String layerOfForecast(JavaClass type) {
        String name = Cycles.packageOf(type);
        boolean series = name.equals(".forecast") && SERIES.contains(Module.outermost(type).getSimpleName());
        return series ? ".forecast, series" : name;
    }
}

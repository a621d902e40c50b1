package planted.org.lstm4j.forecast.metrics;

import planted.org.lstm4j.forecast.prepare.KnowsMetrics;

/// Offends on purpose: together with KnowsMetrics it closes a circle.
public final class KnowsPreparation {

    Class<?> knowsMetrics() {
        return KnowsMetrics.class;
    }
}

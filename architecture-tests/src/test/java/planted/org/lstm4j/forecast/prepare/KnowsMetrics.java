package planted.org.lstm4j.forecast.prepare;

import planted.org.lstm4j.forecast.metrics.KnowsPreparation;

/// Offends on purpose: together with KnowsPreparation it closes a circle.
public final class KnowsMetrics {

    Class<?> knowsPreparation() {
        return KnowsPreparation.class;
    }
}

package org.lstm4j.forecast;

import org.lstm4j.forecast.prepare.TargetUse;
import org.lstm4j.forecast.prepare.WindowLayout;

/// What kind of network foretells a window.
public enum Architecture {
    /// LSTM layers go through the lookback step by step, and a dense layer gives all steps of the horizon at once.
    DIRECT("direct", WindowLayout.SHIFTED, TargetUse.TOGETHER),
    /// An LSTM goes through the lookback segment by segment and foretells all segments of the horizon at once
    /// ([org.lstm4j.nn.segment.SegmentLstm]). Several targets share one model's weights.
    SEGMENT("segment", WindowLayout.EXTENDED, TargetUse.ONE_BY_ONE);

    private final String label;
    private final WindowLayout layout;
    private final TargetUse use;

    Architecture(String label, WindowLayout layout, TargetUse use) {
        this.label = label;
        this.layout = layout;
        this.use = use;
    }

    /// Its name on the command line.
    public String label() {
        return label;
    }

    /// How known values stand in its samples.
    WindowLayout layout() {
        return layout;
    }

    /// How it takes several targets.
    TargetUse use() {
        return use;
    }
}

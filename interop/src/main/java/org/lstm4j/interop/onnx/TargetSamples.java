package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.prepare.TargetUse;
import org.lstm4j.forecast.prepare.WindowForm;

/// The samples that windows make: one of all targets, or one for each target, sample after sample of a window.
///
/// @param arithmetic of the graph
/// @param form of the samples
record TargetSamples(Arithmetic arithmetic, WindowForm form) {

    private boolean together() {
        return form.use() == TargetUse.TOGETHER || form.schema().targets().size() == 1;
    }

    /// What each target has of its own.
    ///
    /// @param values [batch, rows, targets]
    /// @return [samples, rows, targets of a sample]
    String own(String values, int rows) {
        return together() ? values : arithmetic.reshaped(turned(values, 0, 2, 1), -1, rows, 1);
    }

    /// What all targets of a window see.
    ///
    /// @param values [batch, rows, columns]
    /// @return [samples, rows, columns]
    String shared(String values, int rows, int columns) {
        if (together()) {
            return values;
        }
        GraphBuilder graph = arithmetic.graph();
        String single = graph.node("Unsqueeze", List.of(values, graph.wholes("axes", 1)));
        String repeated = graph.node("Expand", List.of(single,
                graph.wholes("shape", 1, form.schema().targets().size(), 1, 1)));
        return arithmetic.reshaped(repeated, -1, rows, columns);
    }

    /// What the network says of samples, by windows.
    ///
    /// @param said [samples, horizon · targets of a sample · outputs]
    /// @return [batch, horizon, targets, outputs]
    String byWindow(String said, int outputs) {
        int horizon = form.window().horizon();
        int targets = form.schema().targets().size();
        return together()
                ? arithmetic.reshaped(said, 0, horizon, targets, outputs)
                : turned(arithmetic.reshaped(said, -1, targets, horizon, outputs), 0, 2, 1, 3);
    }

    private String turned(String values, long... order) {
        return arithmetic.graph().node("Transpose", List.of(values), Map.of("perm", NodeMessage.wholes(order)));
    }
}

package org.lstm4j.interop.source;

import org.lstm4j.interop.network.InnermostAxis;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.tensor.Shape;

/// Writes what runs on every step by itself: functions over rows as they are, others in a loop.
///
/// @param layers between which it stands
record SourceSteps(SourceText text, SourceLayers layers) {

    void write(TimeDistributed distributed) {
        Shape sample = layers.shape();
        Shape step = sample.withoutBatch(); // what the first axis counts is left out
        if (InnermostAxis.isWorkedOnBy(distributed.inner().spec())) {
            layers.begin(step, layers.steps());
            layers.write(distributed.inner());
            layers.begin(sample, layers.steps());
            return;
        }
        text.needs(RuntimePart.END_TO_END);
        SourceLayers.Flow all = layers.keep("all");
        String told = text.variable("told");
        String each = text.variable("step");
        text.run("float[][] " + told + " = new float[" + all.steps() + "][];");
        text.begin("for (int " + each + " = 0; " + each + " < " + all.steps() + "; " + each + "++)");
        text.run("x = java.util.Arrays.copyOfRange(" + all.variable() + ", " + each + " * " + step.elements() + ", ("
                + each + " + 1) * " + step.elements() + ");");
        layers.begin(step, String.valueOf(step.size(0)));
        layers.write(distributed.inner());
        text.run(told + "[" + each + "] = x;");
        text.end();
        text.run("x = end_to_end(" + told + ");");
        layers.begin(sample, all.steps());
    }
}

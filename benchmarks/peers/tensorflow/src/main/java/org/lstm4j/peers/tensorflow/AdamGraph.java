package org.lstm4j.peers.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// One step of Adam for every variable, by ResourceApplyAdam.
///
/// The powers of β1 and β2, which correct the averages, are variables themselves; they move after all others have read them.
final class AdamGraph {

    private static final float LEARNING_RATE = 0.001f;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private AdamGraph() {}

    /// The operation that has to run for a step.
    static Op of(Variables variables, Ops tf, List<BackwardGraph.Gradient> gradients) {
        Variables.Variable power1 = variables.add(new float[]{BETA1});
        Variables.Variable power2 = variables.add(new float[]{BETA2});
        Operand<TFloat32> beta1 = tf.constant(BETA1);
        Operand<TFloat32> beta2 = tf.constant(BETA2);
        List<Op> updates = new ArrayList<>();
        for (BackwardGraph.Gradient pair : gradients) {
            long[] shape = pair.variable().shape().asArray();
            updates.add(tf.train.resourceApplyAdam(
                    pair.variable().handle(), variables.zeros(shape).handle(), variables.zeros(shape).handle(),
                    power1.value(), power2.value(), tf.constant(LEARNING_RATE), beta1, beta2, tf.constant(EPSILON),
                    pair.gradient()));
        }
        Ops after = tf.withControlDependencies(updates);
        Op next1 = after.assignVariableOp(power1.handle(), tf.math.mul(power1.value(), beta1));
        Op next2 = after.assignVariableOp(power2.handle(), tf.math.mul(power2.value(), beta2));
        return tf.withControlDependencies(List.of(next1, next2)).noOp();
    }
}

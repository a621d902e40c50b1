package org.lstm4j.peers.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/// The variables of a graph, and how they get their first values.
final class Variables {

    private final Ops operations;
    private final List<Variable> all = new ArrayList<>();

    /// A variable in the graph.
    ///
    /// @param handle what operations that write take
    /// @param value what operations that read take
    /// @param initial fed once
    /// @param assign writes the initial value
    /// @param shape of the value
    /// @param first the initial value
    @SuppressWarnings("ArrayRecordComponent") // shared until the session has it
    record Variable(VarHandleOp handle, Operand<TFloat32> value, Placeholder<TFloat32> initial, Op assign, Shape shape,
            float[] first) {}

    Variables(Ops operations) {
        this.operations = operations;
    }

    Variable add(float[] first, long... sizes) {
        Shape shape = Shape.of(sizes);
        VarHandleOp handle = operations.varHandleOp(TFloat32.class, shape,
                VarHandleOp.sharedName("variable" + all.size()));
        Placeholder<TFloat32> initial = operations.placeholder(TFloat32.class, Placeholder.shape(shape));
        Op assign = operations.assignVariableOp(handle, initial);
        Variable variable = new Variable(
                handle, operations.readVariableOp(handle, TFloat32.class), initial, assign, shape, first);
        all.add(variable);
        return variable;
    }

    Variable zeros(long... sizes) {
        return add(new float[Math.toIntExact(Shape.of(sizes).size())], sizes);
    }

    /// Gives every variable its first value.
    void initialize(Session session) {
        for (Variable variable : all) {
            try (TFloat32 value = Tensors.of(variable.shape(), variable.first())) {
                session.runner().feed(variable.initial(), value).addTarget(variable.assign()).run().close();
            }
        }
    }
}

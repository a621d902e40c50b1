package planted.org.lstm4j.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Offends on purpose: its bits change with the vector width.
public final class UsesVectorExp {

    FloatVector exponential(FloatVector x) {
        return x.lanewise(VectorOperators.EXP);
    }
}

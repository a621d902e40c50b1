package planted.org.lstm4j.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Offends on purpose: the order of that sum is the machine's.
public final class ReducesLanes {

    float sum(FloatVector x) {
        return x.reduceLanes(VectorOperators.ADD);
    }
}

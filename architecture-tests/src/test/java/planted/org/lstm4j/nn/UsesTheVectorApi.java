package planted.org.lstm4j.nn;

import jdk.incubator.vector.FloatVector;

/// Offends on purpose: the Vector API belongs to kernels-vector alone.
public final class UsesTheVectorApi {

    FloatVector zeros() {
        return FloatVector.zero(FloatVector.SPECIES_PREFERRED);
    }
}

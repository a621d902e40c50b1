package org.lstm4j.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.GatePanels;

/// The vector width the kernels use: the machine's widest, but at most one block of units.
final class Species {

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED.length() > GatePanels.UNITS
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    /// 256 bits mean AVX2; AVX-512 and NEON have 32 registers.
    static final boolean SIXTEEN_REGISTERS = FLOATS.equals(FloatVector.SPECIES_256);

    private Species() {}
}

package org.lstm4j.interop.tensor;

import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.model.Quoted;

/// How many elements an array needs for a tensor.
final class ArraySize {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private ArraySize() {}

    static int of(StoredTensor tensor) {
        if (tensor.elements() > MOST) {
            throw new ModelFileException(new Problem("tensor " + Quoted.of(tensor.name())
                    + " is larger than an array can be", "at most " + MOST + " elements",
                    Long.toString(tensor.elements()), "split it"));
        }
        return (int) tensor.elements();
    }
}
